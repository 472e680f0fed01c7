namespace Moliere.Validation.Metrics;

/// <summary>
/// A variable and the bins that figures are made in. Bins of the factories share edges and are half open, the last one
/// closed; <see cref="Ranges"/> may overlap or leave gaps.
/// </summary>
public sealed record BinAxis
{
    /// <summary>Column of the sample, also the <c>variable</c> of the entries.</summary>
    public required string Variable { get; init; }

    /// <summary>Title with unit for figures, such as <c>E_{dep} [GeV]</c>; null shows the name.</summary>
    public string? Title { get; init; }

    /// <summary>Bins, in the order of the entries.</summary>
    public required IReadOnlyList<ValueBin> Bins { get; init; }

    /// <summary>Names of the values 0, 1, ... of a classification, shown instead of numbers; null for a quantity.
    /// </summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Whether figures show the axis logarithmically.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether the bins are whole ranges for tables rather than points of a curve.</summary>
    public bool IsRanges { get; init; }

    /// <summary>Whether a straight line is fitted to the median linearity, metric <c>linearity_slope</c>.</summary>
    public bool HasSlope { get; init; }

    /// <summary>Bins of equal width.</summary>
    /// <param name="variable">Column of the sample.</param>
    /// <param name="count">Number of bins, at least 1.</param>
    /// <param name="low">Lower edge.</param>
    /// <param name="high">Upper edge, above <paramref name="low"/>.</param>
    public static BinAxis Linear(string variable, int count, double low, double high) =>
        new() { Variable = variable, Bins = Between(count, i => low + ((high - low) * i / count)) };

    /// <summary>Bins of equal ratio.</summary>
    /// <param name="variable">Column of the sample.</param>
    /// <param name="count">Number of bins, at least 1.</param>
    /// <param name="low">Lower edge, positive.</param>
    /// <param name="high">Upper edge, above <paramref name="low"/>.</param>
    public static BinAxis Logarithmic(string variable, int count, double low, double high) =>
        new()
        {
            Variable = variable,
            IsLogarithmic = true,
            Bins = Between(count, i => i == count ? high : low * Math.Pow(high / low, (double)i / count)),
        };

    /// <summary>Named ranges for tables.</summary>
    /// <param name="variable">Column of the sample.</param>
    /// <param name="bounds">Pairs (low, high); an infinite bound leaves that side open.</param>
    public static BinAxis Ranges(string variable, params ReadOnlySpan<(double Low, double High)> bounds)
    {
        var bins = new ValueBin[bounds.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            bins[i] = new ValueBin(bounds[i].Low, bounds[i].High);
        }

        return new() { Variable = variable, IsRanges = true, Bins = bins };
    }

    /// <summary>One bin per class of a variable that holds 0, 1, ...; other values, such as -1, lie in none.</summary>
    /// <param name="variable">Column of the sample.</param>
    /// <param name="names">Names of the classes in the order of their numbers.</param>
    public static BinAxis Classes(string variable, params IReadOnlyList<string> names) =>
        new() { Variable = variable, Names = names, Bins = [.. names.Select((_, i) => new ValueBin(i, i + 1))] };

    private static ValueBin[] Between(int count, Func<int, double> edge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var bins = new ValueBin[count];
        for (int i = 0; i < count; i++)
        {
            bins[i] = new ValueBin(edge(i), edge(i + 1), Closed: i == count - 1);
        }

        return bins;
    }
}
