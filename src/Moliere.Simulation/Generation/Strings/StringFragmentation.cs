using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Turns a system of partons into hadrons: one string for each row of connected colours.</summary>
/// <remarks>
/// Strings with nearly no free mass become two hadrons or one; a single hadron exchanges momentum with a hadron
/// nearby. Momentum, charge and flavours are conserved.
/// </remarks>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, chapters 2 and 3; Sjostrand, Nucl. Phys. B248
/// (1984) 469, for gluons; Norrbin and Sjostrand, Eur. Phys. J. C 17 (2000) 137, section 2.4, for small masses.
/// </source>
internal static class StringFragmentation
{
    private const double JoinLimit = 0.3; // mass of a piece of string that holds no break [GeV]; about two pion masses
    private const double JoinGrowth = 1.5; // per round of failures
    private const double ClusterLimit = 1.0; // free mass below which two hadrons are all there is room for [GeV]
    private const int Attempts = 20;

    /// <summary>Hadronises all partons with colour.</summary>
    /// <param name="system">Partons after their showers; those without colour are passed over.</param>
    /// <param name="into">Receives the hadrons, not yet decayed.</param>
    /// <param name="rng">Stream.</param>
    /// <exception cref="ArgumentException">A colour line has one end only.</exception>
    public static void Hadronise(PartonSystem system, List<PrimaryHadron> into, ref Rng rng)
    {
        List<StringChain> strings = StringTracer.Trace(system);
        int first = into.Count;
        foreach (StringChain chain in strings)
        {
            if (chain.FreeMass >= ClusterLimit)
            {
                Fragment(chain, into, first, ref rng);
            }
        }

        // Small ones last: they may need a neighbour that already is a hadron.
        foreach (StringChain chain in strings)
        {
            if (chain.FreeMass < ClusterLimit)
            {
                SmallString.Collapse(chain, into, first, ref rng);
            }
        }
    }

    private static void Fragment(StringChain chain, List<PrimaryHadron> into, int first, ref Rng rng)
    {
        double limit = JoinLimit;
        int count = into.Count;
        chain.Join(limit);
        while (!TryFragment(chain, into, ref rng))
        {
            into.RemoveRange(count, into.Count - count);
            if (chain.Partons.Count == 2 && limit > 10 * JoinLimit)
            {
                SmallString.Collapse(chain, into, first, ref rng);
                return;
            }

            limit *= JoinGrowth;
            chain.Join(limit);
        }
    }

    private static bool TryFragment(StringChain chain, List<PrimaryHadron> into, ref Rng rng)
    {
        int count = into.Count;
        StringLattice lattice = StringLattice.Build(Momenta(chain));
        for (int i = 0; i < Attempts; i++)
        {
            (StringBreak left, StringBreak right) = StringEnds.Choose(chain, lattice, ref rng);
            if (new StringWalk(lattice, chain, left, right).TryWalk(into, ref rng))
            {
                return true;
            }

            into.RemoveRange(count, into.Count - count);
        }

        return false;
    }

    // A ring is cut in the piece before its first gluon and begins and ends with that piece.
    private static FourVector[] Momenta(StringChain chain)
    {
        List<Parton> partons = chain.Partons;
        int count = partons.Count;
        var momenta = new FourVector[chain.IsClosed ? count + 2 : count];
        for (int i = 0; i < momenta.Length; i++)
        {
            Parton parton = chain.IsClosed ? partons[(i + count - 1) % count] : partons[i];
            momenta[i] = parton.IsGluon ? 0.5 * parton.Momentum : parton.Momentum;
        }

        return momenta;
    }
}
