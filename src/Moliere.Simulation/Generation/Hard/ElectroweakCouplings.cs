namespace Moliere.Simulation.Generation.Hard;

/// <summary>Couplings, masses and widths of the electroweak bosons; the strong coupling of hard processes.</summary>
/// <source>Particle Data Group, Review of Particle Physics: electroweak model, gauge boson listings, QCD.</source>
internal static class ElectroweakCouplings
{
    /// <summary>Mass of the Z boson [GeV].</summary>
    public const double MassZ = 91.1876;

    /// <summary>Width of the Z boson [GeV].</summary>
    public const double WidthZ = 2.4952;

    /// <summary>Mass of the W boson [GeV].</summary>
    public const double MassW = 80.377;

    /// <summary>Width of the W boson [GeV].</summary>
    public const double WidthW = 2.085;

    /// <summary>Sine squared of the effective mixing angle.</summary>
    public const double SinSquared = 0.2315;

    /// <summary>Electromagnetic coupling at the mass of the Z.</summary>
    public const double Alpha = 1 / 127.95;

    /// <summary>Converts GeV⁻² to pb.</summary>
    public const double ToPicobarn = 0.3893794e9;

    /// <summary>Electric charge of a quark or charged lepton in units of the proton's, neutrinos 0.</summary>
    /// <param name="id">Particle number, positive.</param>
    public static double Charge(int id) => id switch
    {
        1 or 3 or 5 => -1.0 / 3,
        2 or 4 or 6 => 2.0 / 3,
        11 or 13 or 15 => -1,
        _ => 0,
    };

    /// <summary>Coupling of a left-handed fermion to the Z in units of e, third isospin less charge sin².</summary>
    /// <param name="id">Particle number, positive.</param>
    public static double Left(int id) => ((id % 2 == 0 ? 0.5 : -0.5) - (Charge(id) * SinSquared)) * Norm;

    /// <summary>Coupling of a right-handed fermion to the Z in units of e.</summary>
    /// <param name="id">Particle number, positive.</param>
    public static double Right(int id) => -Charge(id) * SinSquared * Norm;

    private static readonly double Norm = 1 / Math.Sqrt(SinSquared * (1 - SinSquared));

    /// <summary>One-loop strong coupling with five flavours.</summary>
    /// <param name="q2">Scale squared [GeV²], above 1.</param>
    public static double Strong(double q2)
    {
        const double atZ = 0.130; // leading order value that goes with densities of the same order, Monash 2013 tune
        return atZ / (1 + (atZ * 23 / (12 * Math.PI) * Math.Log(q2 / (MassZ * MassZ))));
    }
}
