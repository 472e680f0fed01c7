namespace Moliere.Tagging.Displaced;

/// <summary>What lies in one region of a plane.</summary>
/// <param name="Sum">Sum of the weights.</param>
/// <param name="Variance">Sum of the squared weights: for weights 1 the number itself.</param>
public readonly record struct AbcdRegion(double Sum, double Variance)
{
    internal AbcdRegion With(double weight) => new(Sum + weight, Variance + (weight * weight));
}

/// <summary>
/// Background of a signal region from its neighbours in a plane of two variables that are independent for it: A is high
/// in both, B high in x alone, C high in y alone, D in neither; N_A = N_B N_C / N_D.
/// </summary>
/// <source>arXiv:2203.01009, section 7: plane of event score and sum of the distances of jets to tracks.</source>
public sealed record AbcdPlane
{
    /// <summary>From where x counts as high.</summary>
    public required double CutX { get; init; }

    /// <summary>From where y counts as high.</summary>
    public required double CutY { get; init; }

    /// <summary>High in x and y: the signal region.</summary>
    public required AbcdRegion A { get; init; }

    /// <summary>High in x alone.</summary>
    public required AbcdRegion B { get; init; }

    /// <summary>High in y alone.</summary>
    public required AbcdRegion C { get; init; }

    /// <summary>High in neither.</summary>
    public required AbcdRegion D { get; init; }

    /// <summary>N_B N_C / N_D; NaN where D is empty.</summary>
    public double Predicted => D.Sum > 0 ? B.Sum * C.Sum / D.Sum : double.NaN;

    /// <summary>Relative error of the prediction, sqrt(1/N_B + 1/N_C + 1/N_D) for weights 1; NaN where one of them is
    /// empty.</summary>
    public double RelativeError => Math.Sqrt(Relative(B) + Relative(C) + Relative(D));

    /// <summary>N_A over its prediction, minus 1; NaN where there is none.</summary>
    public double NonClosure => (A.Sum / Predicted) - 1;

    /// <summary>Observed minus predicted over the error of both; NaN where a region is empty.</summary>
    public double Pull
    {
        get
        {
            double error = Predicted * RelativeError;
            return (A.Sum - Predicted) / Math.Sqrt((error * error) + A.Variance);
        }
    }

    /// <summary>Sorts events into the four regions.</summary>
    /// <param name="x">First variable [E]; NaN counts as low.</param>
    /// <param name="y">Second variable [E]; NaN counts as low.</param>
    /// <param name="weights">Weights [E]; empty for all 1.</param>
    /// <param name="cutX">From where x counts as high.</param>
    /// <param name="cutY">From where y counts as high.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static AbcdPlane Of(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> weights, double cutX, double cutY)
    {
        if (y.Length != x.Length || (!weights.IsEmpty && weights.Length != x.Length))
        {
            throw new ArgumentException($"{x.Length} x, {y.Length} y and {weights.Length} weights are no events.");
        }

        AbcdRegion[] regions = new AbcdRegion[4];
        for (int i = 0; i < x.Length; i++)
        {
            int region = (x[i] >= cutX ? 0 : 2) + (y[i] >= cutY ? 0 : 1);
            regions[region] = regions[region].With(weights.IsEmpty ? 1 : weights[i]);
        }

        return new() { CutX = cutX, CutY = cutY, A = regions[0], B = regions[1], C = regions[2], D = regions[3] };
    }

    private static double Relative(AbcdRegion region) =>
        region.Sum > 0 ? region.Variance / (region.Sum * region.Sum) : double.NaN;
}
