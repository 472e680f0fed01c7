using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Continuous ranked probability score of one number X under a predicted mixture, E|X - y| - E|X - X'| / 2, in closed
/// form: X itself is a mixture of normal, or of log-normal laws when the mixture is over log10 X.
/// </summary>
/// <source>
/// Grimit, Gneiting, Berrocal, Johnson, Q. J. R. Meteorol. Soc. 132 (2006) 2925, equation 5, for normal components;
/// Gneiting, Raftery, J. Am. Stat. Assoc. 102 (2007) 359, equation 21, with the partial moments of log-normal laws for
/// the others.
/// </source>
internal readonly ref struct MixtureDistance
{
    private static readonly double _ten = Math.Log(10);

    private readonly ReadOnlySpan<float> _shares;
    private readonly ReadOnlySpan<float> _means;
    private readonly ReadOnlySpan<float> _sigmas;

    /// <summary>Takes a view; nothing is copied or checked.</summary>
    /// <param name="parameters">K shares, K means, K positive sigmas.</param>
    public MixtureDistance(ReadOnlySpan<float> parameters)
    {
        int k = parameters.Length / 3;
        _shares = parameters[..k];
        _means = parameters[k..(2 * k)];
        _sigmas = parameters[(2 * k)..];
    }

    /// <summary>The score in the unit of X.</summary>
    /// <param name="y">What was observed.</param>
    /// <param name="scale">Variable that the mixture is over.</param>
    public double Score(double y, ResponseScale scale) =>
        scale == ResponseScale.Linear ? OfNormal(y) : OfLogNormal(y);

    private double OfNormal(double y)
    {
        double distance = 0, spread = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double share = _shares[i], mean = _means[i], variance = (double)_sigmas[i] * _sigmas[i], pairs = 0;
            distance += share * _sigmas[i] * NormalIntegrals.MeanDistance((y - mean) / _sigmas[i]);
            for (int j = 0; j < i; j++)
            {
                double sigma = Math.Sqrt(variance + ((double)_sigmas[j] * _sigmas[j]));
                pairs += _shares[j] * sigma * NormalIntegrals.MeanDistance((mean - _means[j]) / sigma);
            }

            // A component against itself: E|X - X'| = 2 sigma / sqrt(pi).
            spread += share * ((2 * pairs) + (share * 2 * _sigmas[i] / Math.Sqrt(Math.PI)));
        }

        return distance - (0.5 * spread);
    }

    // With D = 2 Phi - 1, a log-normal law of mean m has E|X - y| = y D(w) - m D(w - s), w = (ln y - mu) / s, and two
    // of them E|X - X'| = m D((mu - mu' + s^2) / t) + m' D((mu' - mu + s'^2) / t), t^2 = s^2 + s'^2.
    private double OfLogNormal(double y)
    {
        Span<double> centres = stackalloc double[_means.Length], variances = stackalloc double[_means.Length];
        Span<double> parts = stackalloc double[_means.Length];
        double distance = 0, spread = 0, logarithm = y > 0 ? Math.Log(y) : double.NegativeInfinity;
        for (int i = 0; i < parts.Length; i++)
        {
            double sigma = _ten * _sigmas[i];
            (centres[i], variances[i]) = (_ten * _means[i], sigma * sigma);
            parts[i] = _shares[i] * Math.Exp(centres[i] + (0.5 * variances[i]));
            double place = (logarithm - centres[i]) / sigma;
            distance += (_shares[i] * y * NormalIntegrals.Difference(place))
                - (parts[i] * NormalIntegrals.Difference(place - sigma));
            spread += _shares[i] * parts[i] * 2 * NormalIntegrals.Difference(sigma / Math.Sqrt(2));
            for (int j = 0; j < i; j++)
            {
                double width = 1 / Math.Sqrt(variances[i] + variances[j]), offset = centres[i] - centres[j];
                double mine = NormalIntegrals.Difference((offset + variances[i]) * width);
                double other = NormalIntegrals.Difference((variances[j] - offset) * width);
                spread += 2 * ((_shares[j] * parts[i] * mine) + (_shares[i] * parts[j] * other));
            }
        }

        return distance - (0.5 * spread);
    }
}
