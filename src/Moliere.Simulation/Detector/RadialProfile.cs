namespace Moliere.Simulation.Detector;

/// <summary>Lateral profile of a shower: a core and a tail, each 2 r R²/(r²+R²)².</summary>
/// <param name="Core">Radius that holds half the core [mm].</param>
/// <param name="Tail">Radius that holds half the tail [mm].</param>
/// <param name="CoreWeight">Share of the core, in [0, 1].</param>
/// <source>
/// Grindhammer and Peters, hep-ex/0001020, sections 2.3 and 3.3, with the constants of Geant4's GFlash.
/// </source>
internal readonly record struct RadialProfile(double Core, double Tail, double CoreWeight)
{
    private const double SmallestRadius = 0.005; // Molière radii; keeps the core positive at the very start

    /// <summary>Profile of an electromagnetic shower at one depth.</summary>
    /// <param name="energy">Energy of the shower [GeV].</param>
    /// <param name="tau">Depth in units of the depth of maximum.</param>
    /// <param name="medium">Medium at that depth.</param>
    public static RadialProfile Electromagnetic(double energy, double tau, CaloMedium medium)
    {
        double lnE = Math.Log(energy), z = medium.Z, fs = medium.SamplingFrequency, lack = 1 - medium.EOverMip;
        double fade = Math.Exp(-tau) / fs;
        double core = 0.0251 + (0.00319 * lnE) + ((0.1162 - (0.000381 * z)) * tau) - (0.0203 * lack) + (0.0397 * fade);
        double k1 = 0.659 - (0.00309 * z), k4 = 0.3585 + (0.0412 * lnE);
        double tail = (k1 * (Math.Exp(-2.59 * (tau - 0.645)) + Math.Exp(k4 * (tau - 0.645))))
            - (0.14 * lack) - (0.495 * fade);
        double p1 = 2.632 - (0.00094 * z), p2 = 0.401 + (0.00187 * z), p3 = 1.313 - (0.0686 * lnE);
        double u = (p2 - tau) / p3;
        double weight = (p1 * Math.Exp(u - Math.Exp(u)))
            + (lack * (0.348 - (0.642 * Math.Exp(-(tau - 1) * (tau - 1)) / fs)));
        double scale = medium.MoliereRadius;
        return new(
            Math.Max(core, SmallestRadius) * scale, Math.Max(tail, core) * scale, Math.Clamp(weight, 0, 1));
    }

    /// <summary>A single component.</summary>
    /// <param name="radius">Radius that holds half the energy [mm].</param>
    public static RadialProfile Single(double radius) => new(radius, radius, 1);

    /// <summary>Share of the energy within a radius.</summary>
    /// <param name="radius">[mm].</param>
    public double Within(double radius)
    {
        double r2 = radius * radius;
        return (CoreWeight * r2 / (r2 + (Core * Core))) + ((1 - CoreWeight) * r2 / (r2 + (Tail * Tail)));
    }
}
