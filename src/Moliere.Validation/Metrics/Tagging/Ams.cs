namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Approximate median significance of s signal over b background events whose expectation is uncertain by sigma; in
/// standard deviations.
/// </summary>
/// <source>
/// Adam-Bourdarios et al., JMLR Workshop 42 (2015) 19, appendix; used in Louppe, Kagan, Cranmer, arXiv:1611.01046,
/// section 5.2.
/// </source>
public static class Ams
{
    /// <summary>
    /// The significance: b0 = (b - sigma² + root of ((b - sigma²)² + 4 (s + b) sigma²)) / 2 and AMS² = 2 ((s + b)
    /// ln((s + b) / b0) - s - b + b0) + (b - b0)² / sigma².
    /// </summary>
    /// <param name="signal">s, not negative.</param>
    /// <param name="background">b, not negative.</param>
    /// <param name="sigma">Uncertainty of b, not negative; 0 for none.</param>
    /// <returns>0 without signal, infinite with signal and neither background nor uncertainty of it.</returns>
    public static double Of(double signal, double background, double sigma)
    {
        if (!(signal > 0))
        {
            return 0;
        }

        double variance = sigma * sigma, difference = background - variance, all = signal + background;
        double root = Math.Sqrt((difference * difference) + (4 * all * variance));

        // Of two ways to write the positive root the one without cancellation.
        double expected = difference >= 0 ? 0.5 * (difference + root) : 2 * all * variance / (root - difference);
        if (expected <= 0)
        {
            return double.PositiveInfinity;
        }

        double pull = variance > 0 ? (background - expected) * (background - expected) / variance : 0;
        double square = (2 * ((all * Math.Log(all / expected)) - all + expected)) + pull;
        return Math.Sqrt(Math.Max(0, square));
    }
}
