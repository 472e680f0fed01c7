namespace Moliere.Validation.Metrics.Tagging;

/// <summary>One threshold of a scan.</summary>
/// <param name="Efficiency">Share of signal that passes, in (0, 1].</param>
/// <param name="Threshold">Score from which on events pass; minus infinity where nothing is cut.</param>
/// <param name="Background">Expected background events that pass.</param>
/// <param name="Sigma">How much that differs between both nuisances.</param>
/// <param name="SigmaError">Standard error of that difference, from the numbers of rows that were counted.</param>
/// <param name="Significance">The <see cref="Ams"/> with sigma as the uncertainty of the background.</param>
public readonly record struct AmsPoint(
    double Efficiency, double Threshold, double Background, double Sigma, double SigmaError, double Significance)
{
    /// <summary>
    /// The <see cref="Ams"/> with the error of sigma added to it in quadrature: where both sides agree by chance alone
    /// it gains nothing.
    /// </summary>
    public double Cautious => AmsScan.Significance(Efficiency, Background, double.Hypot(Sigma, SigmaError));
}

/// <summary>
/// Significance against the threshold on a score, where the background's dependence on a nuisance of two values is its
/// uncertainty: s = 100 times the share of signal that passes, b = 1000 times that of background, both at the first
/// value, sigma the difference of b to the second.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.2.</source>
public static class AmsScan
{
    private const double SignalEvents = 100, BackgroundEvents = 1000; // section 5.2
    private const int Points = 50;

    /// <summary>Background events below which the shares behind a point are too uncertain to be quoted.</summary>
    public const int FewestBackground = 25; // physics notes, section 0

    /// <summary>The significance without any cut: nothing depends on the nuisance.</summary>
    public static double Uncut { get; } = Significance(1, BackgroundEvents, 0);

    /// <summary>The scan over fifty equal steps of the signal efficiency, and no cut.</summary>
    /// <param name="signal">Scores of signal at the first value of the nuisance.</param>
    /// <param name="first">Scores of background there.</param>
    /// <param name="second">Scores of background at the second value.</param>
    /// <returns>
    /// From the tightest threshold to none; points with too few background events are left out, but not the last.
    /// </returns>
    public static IReadOnlyList<AmsPoint> Of(float[] signal, float[] first, float[] second)
    {
        (float[] s, float[] b, float[] other) = (Sorted(signal), Sorted(first), Sorted(second));
        var points = new List<AmsPoint>();
        for (int step = 1; step <= Points && s.Length > 0; step++)
        {
            float threshold = s[^Math.Max(1, step * s.Length / Points)];
            if (Above(b, threshold) >= FewestBackground && Above(other, threshold) >= FewestBackground)
            {
                points.Add(At(s, b, other, threshold));
            }
        }

        return [.. points, At(s, b, other, double.NegativeInfinity)];
    }

    /// <summary>The point of a scan with the largest <see cref="AmsPoint.Cautious"/>.</summary>
    /// <param name="signal">As of <see cref="Of"/>, at least one.</param>
    /// <param name="first">As of <see cref="Of"/>, at least one.</param>
    /// <param name="second">As of <see cref="Of"/>, at least one.</param>
    public static AmsPoint Best(float[] signal, float[] first, float[] second) =>
        Of(signal, first, second).MaxBy(point => point.Cautious);

    /// <summary>One threshold.</summary>
    /// <param name="signal">As of <see cref="Of"/>, at least one.</param>
    /// <param name="first">As of <see cref="Of"/>, at least one.</param>
    /// <param name="second">As of <see cref="Of"/>, at least one.</param>
    /// <param name="threshold">Scores at or above it pass.</param>
    public static AmsPoint Single(float[] signal, float[] first, float[] second, double threshold) =>
        At(Sorted(signal), Sorted(first), Sorted(second), threshold);

    internal static double Significance(double efficiency, double background, double sigma) =>
        Ams.Of(SignalEvents * efficiency, background, sigma);

    /// <summary>The significance of shares that pass.</summary>
    /// <param name="signal">Of signal at the first value of the nuisance, in [0, 1].</param>
    /// <param name="first">Of background there.</param>
    /// <param name="second">Of background at the second value.</param>
    internal static double OfShares(double signal, double first, double second) =>
        Significance(signal, BackgroundEvents * first, BackgroundEvents * Math.Abs(first - second));

    private static AmsPoint At(float[] signal, float[] first, float[] second, double threshold)
    {
        (double one, double oneError) = Share(first, threshold);
        (double two, double twoError) = Share(second, threshold);
        double efficiency = Share(signal, threshold).Value;
        return new(
            efficiency, threshold, BackgroundEvents * one, BackgroundEvents * Math.Abs(one - two),
            BackgroundEvents * double.Hypot(oneError, twoError), OfShares(efficiency, one, two));
    }

    // The error is binomial.
    private static (double Value, double Error) Share(float[] sorted, double threshold)
    {
        double share = (double)Above(sorted, threshold) / sorted.Length;
        return (share, Math.Sqrt(share * (1 - share) / sorted.Length));
    }

    private static float[] Sorted(float[] values) => [.. values.Order()];

    private static int Above(float[] sorted, double threshold)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < threshold ? (middle + 1, high) : (low, middle);
        }

        return sorted.Length - low;
    }
}
