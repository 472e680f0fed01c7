using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// Predictions of t = true / combined momentum as predictions of log10 R = -log10 t: each density keeps its place and,
/// to first order, its relative width.
/// </summary>
/// <source>Physics notes section 3.2; clipping: section 4, pitfall 1.</source>
internal static class RatioReading
{
    /// <summary>
    /// Below it a density over t says nothing about a logarithm; the response is clipped there anyway.
    /// </summary>
    public const double Least = 1 / ResponseTarget.Largest;

    /// <summary>Changes a prediction in place.</summary>
    public static void ToLogarithm(NetworkPrediction prediction)
    {
        int k = prediction.Components;
        for (int row = 0; row < prediction.RowCount; row++)
        {
            double value = Math.Max(prediction.Mean[row], Least);
            Divide(prediction.SigmaStat, row, value);
            Divide(prediction.SigmaSyst, row, value);
            prediction.Mean[row] = (float)-Math.Log10(value);
            Span<float> own = prediction.Mixture.AsSpan(row * 3 * k, 3 * k);
            for (int i = 0; i < k; i++)
            {
                double mean = Math.Max(own[k + i], Least);
                own[k + i] = (float)-Math.Log10(mean);
                own[(2 * k) + i] = (float)(own[(2 * k) + i] / (mean * Math.Log(10)));
            }
        }
    }

    private static void Divide(float[]? sigma, int row, double value)
    {
        if (sigma is not null)
        {
            sigma[row] = (float)(sigma[row] / (value * Math.Log(10)));
        }
    }
}
