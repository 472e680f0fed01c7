namespace Moliere.Data;

/// <summary>
/// Factors that convert a foreign unit to the house units GeV, mm, ns and rad: <c>value * Units.MeV</c> is in GeV.
/// A reader converts at the border; nothing inside the house carries another unit.
/// </summary>
public static class Units
{
    /// <summary>One megaelectronvolt in house units [GeV].</summary>
    public const double MeV = 1e-3;

    /// <summary>One kiloelectronvolt in house units [GeV].</summary>
    public const double KeV = 1e-6;

    /// <summary>One teraelectronvolt in house units [GeV].</summary>
    public const double TeV = 1e3;

    /// <summary>One centimetre in house units [mm].</summary>
    public const double Centimetre = 10;

    /// <summary>One metre in house units [mm].</summary>
    public const double Metre = 1000;

    /// <summary>Speed of light in vacuum [mm/ns]; exact by the definition of the metre.</summary>
    public const double SpeedOfLight = 299.792458;
}
