using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// What a network says of t, the true over the combined transverse momentum, standardised with mean and spread of the
/// training taus: the space of the literal cut |sigma / mu| below 1.
/// </summary>
/// <param name="Mu">Expectation per tau; NaN where not calibrated. A typical tau has 0.</param>
/// <param name="Sigma">Standard deviation per tau; NaN where not calibrated.</param>
/// <source>Total expectation and total variance: physics notes section 3.3.</source>
public sealed record RatioMoments(float[] Mu, float[] Sigma)
{
    /// <summary>Moments of a prediction.</summary>
    /// <param name="prediction">As the network makes it, in its target.</param>
    /// <param name="isUsable">Whether each tau can be calibrated.</param>
    /// <param name="target">What the network has learnt.</param>
    /// <param name="scale">Mean and spread of t over the training taus.</param>
    internal static RatioMoments Of(
        NetworkPrediction prediction, bool[] isUsable, TauTarget target, RatioScale scale)
    {
        int k = prediction.Components;
        float[] mu = new float[isUsable.Length], sigma = new float[isUsable.Length];
        for (int row = 0; row < mu.Length; row++)
        {
            (double first, double second) = Raw(prediction.Mixture.AsSpan(row * 3 * k, 3 * k), target);
            double spread = Math.Sqrt(Math.Max(second - (first * first), 0)) / scale.Sigma;
            bool isKnown = isUsable[row] && double.IsFinite(spread);
            mu[row] = isKnown ? (float)((first - scale.Mean) / scale.Sigma) : float.NaN;
            sigma[row] = isKnown ? (float)spread : float.NaN;
        }

        return new(mu, sigma);
    }

    // E[t] and E[t²]. With ln t normal of mean m and width s they are exp(m + s²/2) and exp(2 m + 2 s²).
    private static (double First, double Second) Raw(ReadOnlySpan<float> mixture, TauTarget target)
    {
        int k = mixture.Length / 3;
        double first = 0, second = 0;
        for (int i = 0; i < k; i++)
        {
            double share = mixture[i], mean = mixture[k + i], width = mixture[(2 * k) + i];
            double m = -Math.Log(10) * mean, v = Math.Log(10) * width * Math.Log(10) * width;
            (double one, double two) = target == TauTarget.Logarithm
                ? (Math.Exp(m + (0.5 * v)), Math.Exp(2 * (m + v)))
                : (mean, (mean * mean) + (width * width));
            (first, second) = (first + (share * one), second + (share * two));
        }

        return (first, second);
    }
}

/// <summary>Mean and spread of the true over the combined transverse momentum.</summary>
/// <param name="Mean">Of the training taus.</param>
/// <param name="Sigma">Their standard deviation, positive.</param>
/// <source>Physics notes section 3.2: 1.119 and 1.282 in the published sample.</source>
public sealed record RatioScale(double Mean, double Sigma)
{
    /// <summary>Of some taus.</summary>
    /// <param name="ratios">True over combined transverse momentum of each.</param>
    internal static RatioScale Of(float[] ratios)
    {
        double mean = ratios.Average(ratio => (double)ratio);
        double variance = ratios.Average(ratio => (ratio - mean) * (ratio - mean));
        return new(mean, variance > 0 ? Math.Sqrt(variance) : 1);
    }
}
