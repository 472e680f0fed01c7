using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// The world sheet of a string with gluon kinks. Region (a, b) with a &lt; b is spanned by two light-like vectors, that
/// of parton a moving towards b and that of parton b moving towards a; a gluon shares its momentum between its two
/// sides. Regions with b = a + 1 exist from the beginning, the others when the gluons between have lost their momentum.
/// </summary>
/// <remarks>
/// A point x P_a + y Q_b of a region lies at the sum of the vectors of the partons between, plus itself. Its proper
/// time squared is Gamma, in units of the squared string tension.
/// </remarks>
/// <source>Sjostrand, Nucl. Phys. B248 (1984) 469, sections 2 and 3.</source>
internal sealed class StringLattice
{
    private readonly FourVector[] _forward, _backward;

    private StringLattice(FourVector[] forward, FourVector[] backward) =>
        (_forward, _backward) = (forward, backward);

    /// <summary>Builds the regions of a row of partons.</summary>
    /// <param name="momenta">
    /// Momenta as each piece sees them: gluons between two pieces count half [GeV]. At least two.
    /// </param>
    /// <remarks>
    /// Where a parton has a mass, both vectors of its piece are combined to light-like ones with the same sum.
    /// </remarks>
    public static StringLattice Build(ReadOnlySpan<FourVector> momenta)
    {
        int count = momenta.Length;
        FourVector[] forward = new FourVector[count], backward = new FourVector[count];
        for (int i = 0; i + 1 < count; i++)
        {
            (forward[i], backward[i + 1]) = LightLike(momenta[i], momenta[i + 1]);
        }

        return new StringLattice(forward, backward);
    }

    /// <summary>Number of the last parton.</summary>
    public int Last => _forward.Length - 1;

    /// <summary>Light-like vector of parton a towards the far end [GeV].</summary>
    /// <param name="a">From 0 to <see cref="Last"/> less one.</param>
    public FourVector Forward(int a) => _forward[a];

    /// <summary>Light-like vector of parton b towards the near end [GeV].</summary>
    /// <param name="b">From 1 to <see cref="Last"/>.</param>
    public FourVector Backward(int b) => _backward[b];

    /// <summary>The same world sheet seen from the other end: parton i becomes <see cref="Last"/> - i.</summary>
    public StringLattice Reversed()
    {
        FourVector[] forward = [.. _backward], backward = [.. _forward];
        Array.Reverse(forward);
        Array.Reverse(backward);
        return new StringLattice(forward, backward);
    }

    private static (FourVector Forward, FourVector Backward) LightLike(in FourVector p, in FourVector q)
    {
        double p2 = Math.Max(0, Minkowski.Dot(p, p)), q2 = Math.Max(0, Minkowski.Dot(q, q));
        double twice = 2 * Minkowski.Dot(p, q), root = Math.Sqrt(Math.Max(1e-20, (twice * twice) - (4 * p2 * q2)));
        double k = 0.5 * ((((2 * q2) + twice) / root) - 1), l = 0.5 * ((((2 * p2) + twice) / root) - 1);
        return (((1 + k) * p) + (-l * q), ((1 + l) * q) + (-k * p));
    }
}
