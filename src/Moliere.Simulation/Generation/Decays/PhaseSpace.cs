using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Momenta of n particles uniform in relativistic phase space, unweighted.</summary>
/// <remarks>
/// The masses of the first i particles together are drawn uniformly and in order; the density then is the product of
/// the momenta in the chain of two-body decays, which is accepted against its bound.
/// </remarks>
/// <source>F. James, Monte Carlo phase space, CERN 68-15 (1968), section 3 (the method of Raubold and Lynch).</source>
internal static class PhaseSpace
{
    /// <summary>Most particles of one decay.</summary>
    public const int MaxProducts = 16;

    private const int MaxTrials = 20_000; // Nearly closed decays of many particles would otherwise take seconds.

    /// <summary>Momentum of either product of a two-body decay in the rest frame of the parent [GeV]; 0 below it.</summary>
    /// <param name="mass">Mass of the parent [GeV].</param>
    /// <param name="m1">Mass of the first product [GeV].</param>
    /// <param name="m2">Mass of the second product [GeV].</param>
    public static double Momentum(double mass, double m1, double m2)
    {
        double s = mass * mass, sum = m1 + m2, difference = m1 - m2;
        return Math.Sqrt(Math.Max(0, (s - (sum * sum)) * (s - (difference * difference)))) / (2 * mass);
    }

    /// <summary>A vector of the rest frame of a parent, in the frame in which the parent has the given momentum.</summary>
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
        int n = masses.Length;
        Span<double> chain = stackalloc double[n]; // chain[i]: mass of the first i + 1 particles together
        chain[0] = masses[0];
        chain[n - 1] = mass;
        if (n > 2)
        {
            DrawChain(chain, masses, ref rng);
        }

        var rest = new FourVector(0, 0, 0, mass);
        for (int i = n - 1; i > 0; i--)
        {
            FourVector one = Isotropic(Momentum(chain[i], chain[i - 1], masses[i]), masses[i], ref rng);
            into[i] = Boost(one, rest, chain[i]);
            var recoil = new FourVector(-one.Px, -one.Py, -one.Pz, chain[i] - one.E);
            rest = Boost(recoil, rest, chain[i]);
        }

        into[0] = rest;
    }

    private static void DrawChain(Span<double> chain, ReadOnlySpan<double> masses, ref Rng rng)
    {
        int last = masses.Length - 1;
        double free = chain[last], sum = masses[0], bound = 1;
        foreach (double m in masses)
        {
            free -= m;
        }

        for (int i = 1; i <= last; i++)
        {
            bound *= Momentum(sum + masses[i] + free, sum, masses[i]);
            sum += masses[i];
        }

        Span<double> cuts = stackalloc double[last - 1];
        for (int trial = 0; trial < MaxTrials; trial++)
        {
            if (TryChain(chain, masses, cuts, free, ref rng) > bound * rng.NextDouble())
            {
                return;
            }
        }
    }

    // Fills the intermediate masses and gives the product of momenta.
    private static double TryChain(
        Span<double> chain, ReadOnlySpan<double> masses, Span<double> cuts, double free, ref Rng rng)
    {
        for (int i = 0; i < cuts.Length; i++)
        {
            cuts[i] = rng.NextDouble();
        }

        cuts.Sort();
        double sum = masses[0], weight = 1;
        for (int i = 1; i < masses.Length; i++)
        {
            sum += masses[i];
            if (i <= cuts.Length)
            {
                chain[i] = sum + (free * cuts[i - 1]);
            }

            weight *= Momentum(chain[i], chain[i - 1], masses[i]);
        }

        return weight;
    }

    private static FourVector Isotropic(double p, double mass, ref Rng rng)
    {
        double cos = (2 * rng.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return new FourVector(p * sin * cosPhi, p * sin * sinPhi, p * cos, Math.Sqrt((p * p) + (mass * mass)));
    }
}
