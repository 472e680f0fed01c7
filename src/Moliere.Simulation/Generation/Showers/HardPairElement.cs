namespace Moliere.Simulation.Generation.Showers;

/// <summary>
/// The exact rate of one gluon from a colour-neutral quark pair, over the sum of the bounds 2 C_F/(1 - z) of both ends.
/// </summary>
/// <remarks>
/// In x_i = 2 E_i/M the bound of one end is 2/((1 - x2) x3) dx1 dx2, for massive quarks too; both together are
/// 2/((1 - x1)(1 - x2)). The matrix element is that of the vector current; for the axial one the terms of order m²/M²
/// differ. Unequal masses take the massless element less the dead cones.
/// </remarks>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), eq. 3.14; Gieseke, Stephens, Webber, hep-ph/0310083,
/// section 4, for equal masses.
/// </source>
internal static class HardPairElement
{
    /// <summary>Matrix element over bound, in [0, 1].</summary>
    /// <param name="dipole2">Mass squared of the pair [GeV²].</param>
    /// <param name="mass2">Square of the radiator's mass [GeV²].</param>
    /// <param name="recoilMass2">Square of the recoiler's mass [GeV²].</param>
    /// <param name="isSameFlavour">Whether the pair is a quark and its own antiquark.</param>
    /// <param name="proposal">The branching.</param>
    public static double Keep(
        double dipole2, double mass2, double recoilMass2, bool isSameFlavour, in Branching proposal)
    {
        double r1 = mass2 / dipole2, r2 = recoilMass2 / dipole2, y2 = proposal.Virtuality / dipole2;
        double x2 = 1 + r2 - r1 - y2, x3 = (2 - x2) * y2 / (y2 + r1) * (1 - proposal.Z), x1 = 2 - x2 - x3;
        double y1 = 1 + r1 - r2 - x1;
        return y1 <= 0 ? 0
            : Math.Clamp(isSameFlavour ? Equal(x1, x2, r1) : Unequal(x1, x2, r1 * y1 / y2, r2 * y2 / y1), 0, 1);
    }

    private static double Unequal(double x1, double x2, double cone1, double cone2) =>
        (0.5 * ((x1 * x1) + (x2 * x2))) - cone1 - cone2;

    private static double Equal(double x1, double x2, double ratio)
    {
        double a = x1 + (2 * ratio), b = x2 + (2 * ratio), y1 = 1 - x1, y2 = 1 - x2;
        double infrared = ((a * a) + (b * b) - (8 * ratio * (1 + (2 * ratio)))) / (1 + (2 * ratio));
        return ((0.5 * infrared) - (ratio * ((y1 / y2) + (y2 / y1)))) / Math.Sqrt(Math.Max(1e-9, 1 - (4 * ratio)));
    }
}
