using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Distribution of the asymmetry of two jets of particles: a normal core around 0, of events in which little was
/// radiated out of the jets, and exponential tails on both sides, of events with a third jet below the veto.
/// </summary>
/// <param name="Width">Standard deviation of the core, positive.</param>
/// <param name="Tail">Mean magnitude of the asymmetry in the tails, positive.</param>
/// <param name="Share">Share of events in the core, in [0, 1].</param>
/// <source>
/// Gaussian core with exponential tails: physics notes section 2.5; tails after a normal error are the normal-Laplace
/// law of Reed and Jorgensen, Commun. Stat. Theory Meth. 33 (2004) 1733, equation 3.
/// </source>
public readonly record struct AsymmetryShape(double Width, double Tail, double Share)
{
    // Below, the distribution function underflows; two terms of its expansion are right to a millionth.
    private const double FarTail = -30;
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>Density at an asymmetry.</summary>
    /// <param name="asymmetry">Any number.</param>
    public double Density(double asymmetry) => (Share * Normal(asymmetry, Width))
        + ((1 - Share) * Math.Exp(-Math.Abs(asymmetry) / Tail) / (2 * Tail));

    /// <summary>
    /// Density after a normal error is added. Both parts are convolved in closed form: the core widens, each tail
    /// becomes an exponentially modified normal law.
    /// </summary>
    /// <param name="asymmetry">Any number.</param>
    /// <param name="sigma">Standard deviation of the error, not negative.</param>
    public double Convolved(double asymmetry, double sigma)
    {
        // A thousandth of the tail changes the density by a millionth.
        double tails = sigma <= 1e-3 * Tail
            ? Math.Exp(-Math.Abs(asymmetry) / Tail)
            : RightTail(asymmetry, sigma) + RightTail(-asymmetry, sigma);
        double width = Math.Sqrt((Width * Width) + (sigma * sigma));
        return (Share * Normal(asymmetry, width)) + ((1 - Share) * tails / (2 * Tail));
    }

    private static double Normal(double x, double width) =>
        Math.Exp(-0.5 * x * x / (width * width)) / (width * RootTwoPi);

    // Logarithms keep the product of a huge exponential and a tiny probability finite.
    private double RightTail(double x, double sigma)
    {
        double z = (x / sigma) - (sigma / Tail);
        double logProbability = z > FarTail
            ? Math.Log(ErrorFunction.NormalProbability(z))
            : (-0.5 * z * z) - Math.Log(-z * RootTwoPi) - (1 / (z * z));
        return Math.Exp((0.5 * sigma * sigma / (Tail * Tail)) - (x / Tail) + logProbability);
    }
}
