namespace Moliere.Simulation.Detector;

/// <summary>One absorber or active material.</summary>
/// <param name="Z">Atomic number; averaged by weight for a compound.</param>
/// <param name="A">Atomic weight; averaged by weight for a compound.</param>
/// <param name="Density">Mass density [g/cm³].</param>
/// <param name="RadiationLength">[g/cm²].</param>
/// <param name="InteractionLength">Nuclear interaction length [g/cm²].</param>
/// <param name="MinimumLoss">Minimum ionisation loss [MeV cm²/g].</param>
/// <source>Particle Data Group, "Atomic and nuclear properties of materials".</source>
internal readonly record struct PureMaterial(
    double Z, double A, double Density, double RadiationLength, double InteractionLength, double MinimumLoss)
{
    public static readonly PureMaterial Lead = new(82, 207.2, 11.35, 6.37, 199.6, 1.122);
    public static readonly PureMaterial Copper = new(29, 63.546, 8.96, 12.86, 137.3, 1.403);
    public static readonly PureMaterial Iron = new(26, 55.845, 7.874, 13.84, 132.1, 1.451);
    public static readonly PureMaterial Aluminium = new(13, 26.98, 2.699, 24.01, 107.2, 1.615);
    public static readonly PureMaterial LiquidArgon = new(18, 39.948, 1.396, 19.55, 119.7, 1.508);
    public static readonly PureMaterial Polystyrene = new(5.6, 11.2, 1.06, 43.79, 77.1, 1.936);

    /// <summary>Critical energy [MeV].</summary>
    /// <source>Grindhammer and Peters, hep-ex/0001020, section 2: 2.66 (X0 Z/A)^1.1.</source>
    public double CriticalEnergyMeV => 2.66 * Math.Pow(RadiationLength * Z / A, 1.1);
}
