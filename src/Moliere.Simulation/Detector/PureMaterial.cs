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
    /// <summary>Critical energy [MeV].</summary>
    /// <source>Grindhammer and Peters, hep-ex/0001020, section 2: 2.66 (X0 Z/A)^1.1.</source>
    public double CriticalEnergyMeV => 2.66 * Math.Pow(RadiationLength * Z / A, 1.1);
}
