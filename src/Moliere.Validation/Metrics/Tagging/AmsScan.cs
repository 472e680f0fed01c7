namespace Moliere.Validation.Metrics.Tagging;

/// <summary>One threshold of a scan.</summary>
/// <param name="Efficiency">Share of signal that passes, in (0, 1].</param>
/// <param name="Threshold">Score from which on events pass.</param>
/// <param name="Background">Expected background events that pass.</param>
/// <param name="Sigma">How much that differs between both nuisances.</param>
/// <param name="Significance">The <see cref="Ams"/>.</param>
public readonly record struct AmsPoint(
    double Efficiency, double Threshold, double Background, double Sigma, double Significance);

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

    /// <summary>The scan over fifty equal steps of the signal efficiency.</summary>
    /// <param name="signal">Scores of signal at the first value of the nuisance.</param>
    /// <param name="first">Scores of background there.</param>
    /// <param name="second">Scores of background at the second value.</param>
    /// <returns>
    /// From the tightest threshold to the loosest; points with too few background events are left out.
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

        return points;
    }

    /// <summary>One threshold.</summary>
    /// <param name="signal">As of <see cref="Of"/>.</param>
    /// <param name="first">As of <see cref="Of"/>.</param>
    /// <param name="second">As of <see cref="Of"/>.</param>
    /// <param name="threshold">Scores at or above it pass.</param>
    public static AmsPoint Single(float[] signal, float[] first, float[] second, double threshold) =>
        At(Sorted(signal), Sorted(first), Sorted(second), threshold);

    private static AmsPoint At(float[] signal, float[] first, float[] second, double threshold)
    {
        double efficiency = (double)Above(signal, threshold) / signal.Length;
        double background = BackgroundEvents * Above(first, threshold) / first.Length;
        double sigma = Math.Abs(background - (BackgroundEvents * Above(second, threshold) / second.Length));
        return new(efficiency, threshold, background, sigma, Ams.Of(SignalEvents * efficiency, background, sigma));
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
