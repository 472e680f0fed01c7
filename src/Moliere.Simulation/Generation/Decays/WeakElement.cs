using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Momenta with the spin-averaged matrix element of a charged current, |M|² ~ (P p1)(p2 p3).</summary>
/// <source>
/// L. B. Okun, Leptons and Quarks (1982), chapter 3: decay of the muon, P muon, p1 electron antineutrino, p2 electron,
/// p3 muon neutrino; other decays by exchange of particles.
/// </source>
internal static class WeakElement
{
    /// <summary>Draws the momenta of a decay in the rest frame of the parent.</summary>
    /// <param name="mass">Mass of the parent [GeV].</param>
    /// <param name="model">Whether the matrix element counts; then there are at least three products.</param>
    /// <param name="masses">Masses of the products [GeV].</param>
    /// <param name="into">Receives the four-momenta [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static void Draw(
        double mass, DecayModel model, ReadOnlySpan<double> masses, Span<FourVector> into, ref Rng rng)
    {
        double bound = model == DecayModel.Weak ? Bound(mass, masses) : 0;
        do
        {
            PhaseSpace.Draw(mass, masses, into, ref rng);
        }
        while (model == DecayModel.Weak && Weight(mass, into) < bound * rng.NextDouble());
    }

    /// <summary>The matrix element of given momenta [GeV⁴].</summary>
    /// <param name="mass">Mass of the parent [GeV].</param>
    /// <param name="products">Momenta in the rest frame [GeV]; those after the third belong to it.</param>
    public static double Weight(double mass, ReadOnlySpan<FourVector> products)
    {
        FourVector hadrons = products[2];
        foreach (FourVector more in products[3..])
        {
            hadrons += more;
        }

        return mass * products[0].E * Minkowski.Dot(products[1], hadrons);
    }

    // With s the squared mass of all but the first, (P p1) = (M² + m1² - s)/2 and (p2 p3) = (s - m2² - m3²)/2. The
    // product is largest where the two are equal.
    private static double Bound(double mass, ReadOnlySpan<double> masses)
    {
        double others = 0;
        foreach (double m in masses[2..])
        {
            others += m;
        }

        double high = (mass * mass) + (masses[0] * masses[0]);
        double low = (masses[1] * masses[1]) + (others * others), half = 0.25 * (high - low);
        return half * half;
    }
}
