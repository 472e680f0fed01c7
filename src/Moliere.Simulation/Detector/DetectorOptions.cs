using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Detector;

/// <summary>What a user may change about the detector; the defaults are the detector of the physics notes.</summary>
/// <source>Physics notes 5.1 to 5.4.</source>
public sealed record DetectorOptions
{
    /// <summary>Factor on all dead material, in front of and between the calorimeters.</summary>
    [Range(0.0, 3.0)]
    public double DeadMaterialScale { get; init; } = 1;

    /// <summary>Ratio e/h of the lead and liquid-argon calorimeters (hep-ex/9911033: 1.74 ± 0.04).</summary>
    [Range(1.0, 3.0)]
    public double LiquidArgonEOverH { get; init; } = 1.74;

    /// <summary>Ratio e/h of Tile and the gap scintillators (JINR E1-2002-13: 1.362 ± 0.006).</summary>
    [Range(1.0, 3.0)]
    public double TileEOverH { get; init; } = 1.362;

    /// <summary>Ratio e/h of the hadronic end-cap, copper and liquid argon.</summary>
    [Range(1.0, 3.0)]
    public double HadronicEndCapEOverH { get; init; } = 1.5;

    /// <summary>Factor on the electronic noise of every cell.</summary>
    [Range(0.0, 10.0)]
    public double NoiseScale { get; init; } = 1;

    /// <summary>Factor on the sampling fluctuations of every compartment.</summary>
    [Range(0.0, 5.0)]
    public double SamplingScale { get; init; } = 1;

    /// <summary>Solenoid field along the beam [tesla].</summary>
    [Range(0.0, 5.0)]
    public double FieldTesla { get; init; } = 2;

    /// <summary>Radius inside which the field bends charged particles [mm].</summary>
    [Range(100.0, 1400.0)]
    public double TrackerRadius { get; init; } = 1150;
}
