using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>Depth profile of one electromagnetic shower in a sampling calorimeter.</summary>
/// <source>
/// Grindhammer and Peters, hep-ex/0001020, sections 2.1 and 3.1, with the constants of Geant4's GFlash.
/// </source>
internal static class ElectromagneticProfile
{
    /// <summary>
    /// Mean depth a photon crosses before it converts [X0]: 9/7, pair production of Bethe and Heitler.
    /// </summary>
    public const double ConversionDepth = 9.0 / 7;

    // The parametrisation was fitted above 1 GeV; below, its widths diverge and its maximum reaches the surface.
    private const double LargestWidth = 0.6, ShallowestMaximum = 0.3, SmallestShape = 1.05;

    /// <summary>
    /// Draws the depth of maximum T and the shape alpha, which fluctuate together in their logarithms.
    /// </summary>
    /// <param name="energy">Positive [GeV].</param>
    /// <param name="medium">Medium of the shower.</param>
    /// <param name="rng">Stream.</param>
    public static GammaProfile Draw(double energy, CaloMedium medium, ref Rng rng)
    {
        double lnY = Math.Log(energy / medium.CriticalEnergy), fs = medium.SamplingFrequency;
        double maximum = lnY - 0.812 - (0.55 / fs) - (0.69 * (1 - medium.EOverMip));
        double shape = 0.81 + ((0.458 + (2.26 / medium.Z)) * lnY) - (0.476 / fs);
        double sigmaMaximum = Width(-2.5 + (1.25 * lnY)), sigmaShape = Width(-0.82 + (0.79 * lnY));
        double rho = Math.Clamp(0.784 - (0.023 * lnY), 0, 1);
        double common = Math.Sqrt((1 + rho) / 2), opposite = Math.Sqrt((1 - rho) / 2);
        double g1 = rng.NextGaussian(), g2 = rng.NextGaussian();
        double t = Math.Max(maximum, ShallowestMaximum) * Math.Exp(sigmaMaximum * ((common * g1) + (opposite * g2)));
        double a = Math.Max(shape, SmallestShape) * Math.Exp(sigmaShape * ((common * g1) - (opposite * g2)));
        a = Math.Max(a, SmallestShape);
        return new(a, (a - 1) / t);
    }

    private static double Width(double inverse) => inverse > 1 / LargestWidth ? 1 / inverse : LargestWidth;
}
