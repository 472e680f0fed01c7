using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Where fragmentation begins: at the two end partons, or at a first break of a ring.</summary>
/// <source>Sjostrand, Nucl. Phys. B248 (1984) 469, section 5, for rings.</source>
internal static class StringEnds
{
    /// <summary>Both ends; the right one is meant for the reversed lattice.</summary>
    /// <param name="chain">The string.</param>
    /// <param name="lattice">
    /// Its world sheet; that of a ring begins and ends with the piece in which it is cut.
    /// </param>
    /// <param name="rng">Stream; only read for a ring.</param>
    public static (StringBreak Left, StringBreak Right) Choose(
        StringChain chain, StringLattice lattice, ref Rng rng)
    {
        if (!chain.IsClosed)
        {
            return (AtParton(chain.Partons[0].PdgId), AtParton(chain.Partons[^1].PdgId));
        }

        int quark = StringFlavour.Quark(ref rng), sign = rng.NextInt(2) == 0 ? 1 : -1;
        FourVector p = lattice.Forward(0), q = lattice.Backward(1);
        double piece = 2 * Minkowski.Dot(p, q), gamma, x;
        do
        {
            // Breaks lie at Gamma with the density Gamma^a exp(-b Gamma), uniform along the hyperbola.
            gamma = Distributions.Gamma(1 + LundFunction.A, ref rng) / LundFunction.B;
            x = Math.Exp(Math.Log(Math.Min(1, gamma / piece)) * rng.NextDouble());
        }
        while (gamma >= piece);
        double y = gamma / (piece * x);
        (double X, double Y) kick = TransverseKick.Draw(ref rng);
        FourVector vector = TransverseKick.Place(p, q, kick);
        return (
            new StringBreak(sign * quark, 0, x, 1, y, gamma, vector, kick.X, kick.Y),
            new StringBreak(-sign * quark, 0, y, 1, x, gamma, -1 * vector, -kick.X, -kick.Y));
    }

    private static StringBreak AtParton(int flavour) => new(flavour, 0, 1, 1, 0, 0, default, 0, 0);
}
