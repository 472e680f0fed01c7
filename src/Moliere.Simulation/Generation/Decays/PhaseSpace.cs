using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Momenta of n particles uniform in relativistic phase space, unweighted.</summary>
/// <remarks>
/// A chain of two-body decays, whose density in the masses M_i of the first i particles is the product of the momenta
/// p_i. The kinetic energy is shared among the links by a Dirichlet variate of shape 3/2, which is exact for slow
/// products; what is left of the density, w_i = p_i / sqrt(T_i), is smooth and accepted against its bound: as
/// w_i² &lt;= T_i + 2 m_i, the product is largest where these are equal.
/// </remarks>
/// <source>
/// F. James, Monte Carlo phase space, CERN 68-15 (1968), section 3: the chain; the shares of energy follow from its
/// non-relativistic limit.
/// </source>
internal static class PhaseSpace
{
    /// <summary>Most particles of one decay.</summary>
    public const int MaxProducts = 16;

    /// <summary>Momentum of either product of a two-body decay at rest [GeV]; 0 below threshold.</summary>
    /// <param name="mass">Mass of the parent [GeV].</param>
    /// <param name="m1">Mass of the first product [GeV].</param>
    /// <param name="m2">Mass of the second product [GeV].</param>
    public static double Momentum(double mass, double m1, double m2)
    {
        double s = mass * mass, sum = m1 + m2, difference = m1 - m2;
        return Math.Sqrt(Math.Max(0, (s - (sum * sum)) * (s - (difference * difference)))) / (2 * mass);
    }

    /// <summary>A vector of the rest frame of a parent, where the parent has the given momentum.</summary>
    /// <param name="v">Vector in the rest frame [GeV].</param>
    /// <param name="parent">Four-momentum of the parent [GeV].</param>
    /// <param name="mass">Mass of the parent [GeV].</param>
    public static FourVector Boost(in FourVector v, in FourVector parent, double mass)
    {
        double dot = (v.Px * parent.Px) + (v.Py * parent.Py) + (v.Pz * parent.Pz);
        double energy = ((v.E * parent.E) + dot) / mass, factor = (v.E + energy) / (parent.E + mass);
        return new FourVector(
            v.Px + (factor * parent.Px), v.Py + (factor * parent.Py), v.Pz + (factor * parent.Pz), energy);
    }

    /// <summary>Draws the momenta in the rest frame of the parent.</summary>
    /// <param name="mass">Mass of the parent [GeV], above the sum of the products'.</param>
    /// <param name="masses">Masses of the products [GeV], from two to <see cref="MaxProducts"/>.</param>
    /// <param name="into">Receives the four-momenta [GeV], one per product.</param>
    /// <param name="rng">Stream.</param>
    public static void Draw(double mass, ReadOnlySpan<double> masses, Span<FourVector> into, ref Rng rng)
    {
        // The bound is closest with the heaviest product at the start of the chain.
        int n = masses.Length, heaviest = IndexOfLargest(masses);
        Span<double> m = stackalloc double[n], chain = stackalloc double[n];
        masses.CopyTo(m);
        (m[0], m[heaviest]) = (m[heaviest], m[0]);
        (chain[0], chain[n - 1]) = (m[0], mass);
        if (n > 2)
        {
            DrawChain(chain, m, ref rng);
        }

        var rest = new FourVector(0, 0, 0, mass);
        for (int i = n - 1; i > 0; i--)
        {
            FourVector one = Isotropic(Momentum(chain[i], chain[i - 1], m[i]), m[i], ref rng);
            into[i] = Boost(one, rest, chain[i]);
            var recoil = new FourVector(-one.Px, -one.Py, -one.Pz, chain[i] - one.E);
            rest = Boost(recoil, rest, chain[i]);
        }

        into[0] = rest;
        (into[0], into[heaviest]) = (into[heaviest], into[0]);
    }

    private static int IndexOfLargest(ReadOnlySpan<double> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }

    private static void DrawChain(Span<double> chain, ReadOnlySpan<double> m, ref Rng rng)
    {
        int links = m.Length - 1;
        double free = chain[links] - m[0], doubled = 0;
        foreach (double other in m[1..])
        {
            free -= other;
            doubled += 2 * other;
        }

        double bound = Math.Pow((free + doubled) / links, links), weight;
        Span<double> shares = stackalloc double[links];
        do
        {
            weight = TryChain(chain, m, shares, free, ref rng);
        }
        while (weight * weight < bound * Square(rng.NextDouble()));
    }

    // Fills the intermediate masses and gives the product of p_i / sqrt(T_i).
    private static double TryChain(
        Span<double> chain, ReadOnlySpan<double> m, Span<double> shares, double free, ref Rng rng)
    {
        double sum = 0, weight = 1;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = Distributions.Gamma(1.5, ref rng);
            sum += shares[i];
        }

        for (int i = 1; i < m.Length; i++)
        {
            double kinetic = free * shares[i - 1] / sum;
            chain[i] = i < m.Length - 1 ? chain[i - 1] + m[i] + kinetic : chain[i];
            weight *= Momentum(chain[i], chain[i - 1], m[i]) / Math.Sqrt(kinetic);
        }

        return weight;
    }

    private static double Square(double x) => x * x;

    private static FourVector Isotropic(double p, double mass, ref Rng rng)
    {
        double cos = (2 * rng.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return new FourVector(p * sin * cosPhi, p * sin * sinPhi, p * cos, Math.Sqrt((p * p) + (mass * mass)));
    }
}
