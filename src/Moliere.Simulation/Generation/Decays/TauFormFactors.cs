using System.Numerics;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Resonance shapes of the hadronic currents in tau decays.</summary>
/// <source>
/// Kuhn and Santamaria, Z. Phys. C 48 (1990) 445: sections 2 (rho) and 3 (a1), masses, widths and mixing as fitted
/// there; K*(892) from the Particle Data Group; rho(1450) for the other currents, ibid.
/// </source>
internal static class TauFormFactors
{
    private const double Pion = 0.1395704, Kaon = 0.493677; // masses [GeV], PDG
    private const double RhoMass = 0.773, RhoWidth = 0.145; // Kuhn and Santamaria, table 1 [GeV]
    private const double RhoPrimeMass = 1.370, RhoPrimeWidth = 0.510, Mixing = -0.145; // ibid.
    private const double A1Mass = 1.251, A1Width = 0.599; // ibid., the fit of section 3 [GeV]
    private const double KStarMass = 0.89167, KStarWidth = 0.0514; // PDG [GeV]
    private const double BroadMass = 1.465, BroadWidth = 0.400; // rho(1450), PDG [GeV]

    private static readonly double s_a1Norm = A1Phase(A1Mass * A1Mass);

    /// <summary>Form factor of two pions, 1 at s = 0 but for the widths.</summary>
    /// <param name="s">Squared mass of the pair [GeV²].</param>
    public static Complex Rho(double s) =>
        (PWave(s, RhoMass, RhoWidth, Pion) + (Mixing * PWave(s, RhoPrimeMass, RhoPrimeWidth, Pion))) / (1 + Mixing);

    /// <summary>Form factor of pion and kaon.</summary>
    /// <param name="s">Squared mass of the pair [GeV²].</param>
    public static Complex KStar(double s) => PWave(s, KStarMass, KStarWidth, Kaon);

    /// <summary>Propagator of the a1 with its width from three pions.</summary>
    /// <param name="s">Squared mass of the three [GeV²].</param>
    public static Complex A1(double s)
    {
        double m2 = A1Mass * A1Mass;
        return m2 / new Complex(m2 - s, -A1Mass * A1Width * A1Phase(s) / s_a1Norm);
    }

    /// <summary>Propagator of a broad vector for currents of many mesons.</summary>
    /// <param name="s">Squared mass of the hadrons [GeV²].</param>
    public static Complex Broad(double s)
    {
        double m2 = BroadMass * BroadMass;
        return m2 / new Complex(m2 - s, -BroadMass * BroadWidth);
    }

    // The width of a vector in two pseudoscalars of which one is a pion grows like p³ / sqrt(s).
    private static Complex PWave(double s, double mass, double width, double other)
    {
        double m2 = mass * mass, root = Math.Sqrt(s);
        double p = PhaseSpace.Momentum(root, Pion, other) / PhaseSpace.Momentum(mass, Pion, other);
        return m2 / new Complex(m2 - s, -m2 * width * p * p * p / root);
    }

    // Kuhn and Santamaria, equation (3.16): phase space of three pions with the rho, as a fitted polynomial.
    private static double A1Phase(double s)
    {
        double open = s - (9 * Pion * Pion), edge = RhoMass + Pion;
        return s > edge * edge
            ? s * (1.623 + (10.38 / s) - (9.32 / (s * s)) + (0.65 / (s * s * s)))
            : 4.1 * open * open * open * (1 - (3.3 * open) + (5.8 * open * open));
    }
}
