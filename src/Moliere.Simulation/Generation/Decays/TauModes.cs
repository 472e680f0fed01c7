using static Moliere.Simulation.Generation.Decays.TauCurrent;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>The decay modes of the negative tau, with resonances of the final state where they are narrow.</summary>
/// <source>
/// Particle Data Group, Review of Particle Physics (2022), tau branching fractions, constrained fit; modes below 0.01 %
/// are left out and the rest is scaled to one.
/// </source>
internal static class TauModes
{
    private static readonly TauMode[] s_percent =
    [
        new(17.82, Lepton, 0.69, -12, 11),
        new(17.39, Lepton, 0.69, -14, 13),
        new(10.82, Scalar, 5.5, -211),
        new(0.696, Scalar, 5.5, -321),
        new(25.49, Rho, 157, -211, 111),
        new(0.433, KStar, 540, -321, 111),
        new(0.838, KStar, 540, -311, -211),
        new(0.149, Rho, 1.2, -321, 311),
        new(9.26, ThreePions, 1600, 111, 111, -211),
        new(9.02, ThreePions, 1600, -211, -211, 211),
        new(1.96, Broad, 116, 223, -211),
        new(2.70, Broad, 116, -211, -211, 211, 111),
        new(1.04, Broad, 116, -211, 111, 111, 111),
        new(0.41, Broad, 116, 223, -211, 111),
        new(0.13, Broad, 116, -211, -211, 211, 111, 111),
        new(0.139, Broad, 116, 221, -211, 111),
        new(0.065, Broad, 116, -321, 111, 111),
        new(0.293, Broad, 116, -321, -211, 211),
        new(0.382, Broad, 116, -311, -211, 111),
        new(0.1435, Broad, 116, -321, 321, -211),
        new(0.155, Broad, 116, -321, 311, 111),
        new(0.155, Broad, 116, 311, -311, -211),
        new(0.083, Broad, 116, -211, -211, -211, 211, 211),
        new(0.017, Broad, 116, -211, -211, -211, 211, 211, 111),
        new(0.041, Broad, 116, -321, 223),
        new(0.0155, Broad, 116, -321, 221),
    ];

    /// <summary>All modes; their fractions add up to one.</summary>
    public static IReadOnlyList<TauMode> All { get; } = Normalised(s_percent);

    /// <summary>Those without leptons; their fractions add up to one.</summary>
    public static IReadOnlyList<TauMode> Hadronic { get; } =
        Normalised([.. s_percent.Where(mode => mode.Current != Lepton)]);

    private static TauMode[] Normalised(TauMode[] modes)
    {
        double sum = modes.Sum(mode => mode.Fraction);
        return [.. modes.Select(mode => mode with { Fraction = mode.Fraction / sum })];
    }
}
