namespace Moliere.Validation.Plots;

/// <summary>The two parts of a method's uncertainty after training on one number of rows.</summary>
/// <param name="Rows">Rows of the training part, positive.</param>
/// <param name="Stat">Statistical part, such as the median of sigma_stat / R_pred.</param>
/// <param name="StatError">Half of its 95 % interval; null for none.</param>
/// <param name="Syst">Systematic part, as the statistical one.</param>
/// <param name="SystError">Half of its 95 % interval; null for none.</param>
public readonly record struct SigmaAtSize(int Rows, double Stat, double? StatError, double Syst, double? SystError);

/// <summary>How both parts of an uncertainty depend on the size of the training sample.</summary>
/// <source>Bollweg et al., arXiv:1904.10004, figure 4: the statistical part falls, the systematic part stays.</source>
public static class SigmaLearning
{
    /// <summary>Name under which the law 1 / sqrt(rows) through the first point is drawn.</summary>
    public const string SquareRoot = "1/√N";

    private const double Air = 1.4; // beside the outermost points

    /// <summary>Names of the two curves, for a palette.</summary>
    public static IReadOnlyList<string> Curves { get; } = ["statistical", "systematic"];

    /// <summary>Both parts against the number of training rows, on logarithmic axes.</summary>
    /// <param name="method">Name of the method.</param>
    /// <param name="sizes">One per training, ascending in rows; values that are not positive are left out.</param>
    /// <param name="label">Where the objects come from.</param>
    public static Figure Figure(string method, IReadOnlyList<SigmaAtSize> sizes, string label) => new()
    {
        Id = $"sigma-learning-{method}",
        Title = $"Uncertainty of {method} against training size",
        X = new PlotAxis("training rows")
        {
            IsLogarithmic = true,
            Low = sizes[0].Rows / Air,
            High = sizes[^1].Rows * Air,
        },
        Y = new PlotAxis("median of σ / R_{pred}") { IsLogarithmic = true },
        Layers =
        [
            new CurveLayer(SquareRoot, [.. sizes.Select(size => Point(
                size.Rows, sizes[0].Stat * Math.Sqrt((double)sizes[0].Rows / size.Rows), null))]),
            new CurveLayer(Curves[0], [.. sizes.Select(size => Point(size.Rows, size.Stat, size.StatError))]),
            new CurveLayer(Curves[1], [.. sizes.Select(size => Point(size.Rows, size.Syst, size.SystError))]),
        ],
        Label = label,
        Caption = "The statistical part must fall as the training sample grows, the dashed line is the law of large "
            + "numbers through its first point; the systematic part settles at the spread of the response itself. "
            + "Bands are 95 % intervals.",
    };

    private static CurvePoint Point(int rows, double value, double? error) =>
        new(rows, rows, value > 0 ? value : null, error, rows);
}
