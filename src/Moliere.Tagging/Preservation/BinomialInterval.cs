using Moliere.Numerics.Special;

namespace Moliere.Tagging.Preservation;

/// <summary>Interval of an efficiency.</summary>
/// <source>Clopper and Pearson, Biometrika 26 (1934) 404; PDG, Review of Particle Physics, Statistics.</source>
public static class BinomialInterval
{
    /// <summary>
    /// The central interval of Clopper and Pearson, which covers the truth at least as often as asked. Counts need not
    /// be whole: weighted entries count as (sum w)² / sum w² entries, of which the weighted share passed.
    /// </summary>
    /// <param name="passed">Entries that passed, from 0 to <paramref name="entries"/>.</param>
    /// <param name="entries">Entries, not negative; without entries everything is possible.</param>
    /// <param name="confidence">Probability content, in (0, 1).</param>
    /// <returns>Both ends, in [0, 1].</returns>
    public static (double Low, double High) Of(double passed, double entries, double confidence)
    {
        double tail = 0.5 * (1 - confidence), failed = entries - passed;
        return (
            passed > 0 ? IncompleteBeta.Quantile(tail, passed, failed + 1) : 0,
            failed > 0 ? IncompleteBeta.Quantile(1 - tail, passed + 1, failed) : 1);
    }
}
