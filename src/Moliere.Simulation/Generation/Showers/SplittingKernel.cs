using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Showers;

/// <summary>
/// Splitting functions of a dipole end, as an integrable bound and the probability to keep what the bound proposed.
/// </summary>
/// <remarks>
/// A gluon has two dipoles, each with half its splitting function. For g to gg the half is written with a singularity
/// at z = 1 only: C_A/2 (1 + z³)/(1 - z); the sum over both products is the full function. Heavy quarks radiate after
/// the quasi-collinear function, which vanishes in the dead cone.
/// </remarks>
/// <source>
/// Gustafson and Pettersson, Nucl. Phys. B306 (1988) 746, for the division among dipoles; Catani, Dittmaier, Seymour,
/// Trocsanyi, hep-ph/0201036, section 5, for masses; Sjostrand and Skands, hep-ph/0408302, section 2.
/// </source>
internal static class SplittingKernel
{
    /// <summary>Colour charge of a quark, C_F.</summary>
    public const double QuarkCharge = 4.0 / 3;

    /// <summary>Colour charge of a gluon, C_A.</summary>
    public const double GluonCharge = 3;

    /// <summary>Flavours that a gluon splits into.</summary>
    public const int Flavours = 5;

    private const double HalfPair = 0.25; // T_R = 1/2, for each of two dipoles

    /// <summary>Integral over z of the bound 2 C_F/(1 - z) for a quark or C_A/(1 - z) for a gluon.</summary>
    /// <param name="isGluon">Whether the radiator is a gluon.</param>
    /// <param name="zMin">The range is from this to one minus this.</param>
    public static double GluonRate(bool isGluon, double zMin) =>
        (isGluon ? GluonCharge : 2 * QuarkCharge) * Math.Log((1 - zMin) / zMin);

    /// <summary>Integral over z of the bound for all quark pairs.</summary>
    /// <param name="zMin">The range is from this to one minus this.</param>
    public static double PairRate(double zMin) => Flavours * HalfPair * (1 - (2 * zMin));

    /// <summary>Splitting function over its bound for the emission of a gluon.</summary>
    /// <param name="isGluon">Whether the radiator is a gluon.</param>
    /// <param name="z">Share of the radiator.</param>
    /// <param name="virtuality">Mass squared above the shell of the radiator [GeV²].</param>
    /// <param name="mass2">Square of the radiator's mass [GeV²].</param>
    public static double KeepGluon(bool isGluon, double z, double virtuality, double mass2) => isGluon
        ? 0.5 * (1 + (z * z * z))
        : Math.Max(0, (0.5 * (1 + (z * z))) - ((1 - z) * mass2 / virtuality));

    /// <summary>Splitting function over its bound for a quark pair; at most one.</summary>
    /// <param name="z">Share of the quark before masses.</param>
    /// <param name="virtuality">Mass squared of the pair [GeV²].</param>
    /// <param name="flavour">Flavour of the pair.</param>
    /// <param name="dipole2">Mass squared of the dipole [GeV²].</param>
    /// <returns>
    /// Massive splitting function and phase space, times (1 - m²/M²)³: what a colour-neutral system of mass M decaying
    /// to a gluon and the pair adds to the collinear limit (scalar coupling to two gluons, and phase space).
    /// </returns>
    public static double KeepPair(double z, double virtuality, int flavour, double dipole2)
    {
        double mass = QuarkMasses.Constituent(flavour), ratio = 4 * mass * mass / virtuality;
        if (ratio >= 1)
        {
            return 0;
        }

        double beta2 = 1 - ratio, cos = (2 * z) - 1, far = 1 - (virtuality / dipole2);
        return Math.Sqrt(beta2) * 0.5 * (2 - beta2 + (beta2 * cos * cos)) * far * far * far;
    }
}
