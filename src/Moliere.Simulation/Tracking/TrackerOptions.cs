using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Tracking;

/// <summary>Acceptance and quality of the tracker; the defaults resemble that of ATLAS in Run 2.</summary>
/// <source>Physics notes 5.1 and 5.4 (Delphes ATLAS card); physics notes on tagging, section 3, for the tails.</source>
public sealed record TrackerOptions
{
    /// <summary>Softest measured track [GeV]; true momenta below it are lost as well.</summary>
    [Range(0.1, 10.0)]
    public double PtMin { get; init; } = 0.5;

    /// <summary>Largest |eta|; at most the 2.5 that the parametrisation covers.</summary>
    [Range(0.1, 2.5)]
    public double EtaMax { get; init; } = 2.5;

    /// <summary>Solenoidal field along z [T].</summary>
    [Range(0.1, 10.0)]
    public double Field { get; init; } = 2;

    /// <summary>Tracks further from the beam axis than this are not looked for [mm].</summary>
    [Range(0.1, 300.0)]
    public double MaxD0 { get; init; } = 10;

    /// <summary>Particles made beyond this radius leave too few hits [mm]; before it, the efficiency falls.</summary>
    [Range(1.0, 1000.0)]
    public double MaxRadius { get; init; } = 300;

    /// <summary>Factor on the efficiency; the result is cut off at 1.</summary>
    [Range(0.0, 1.5)]
    public double EfficiencyScale { get; init; } = 1;

    /// <summary>
    /// Width of 1/pT; what is expected of full simulation matters where single tracks are weighed against clusters.
    /// </summary>
    public MomentumResolution MomentumResolution { get; init; } = MomentumResolution.DelphesCard;

    /// <summary>Factor on all true resolutions but not on the errors that tracks carry.</summary>
    [Range(0.0, 10.0)]
    public double ResolutionScale { get; init; } = 1;

    /// <summary>Share of tracks whose impact parameters are <see cref="WideFactor"/> times worse.</summary>
    [Range(0.0, 1.0)]
    public double WideFraction { get; init; } = 0.10;

    /// <summary>How much worse the wide ones are.</summary>
    [Range(1.0, 100.0)]
    public double WideFactor { get; init; } = 2.5;

    /// <summary>Share of tracks in the far tail, such as those with a hit of another particle.</summary>
    [Range(0.0, 1.0)]
    public double FarFraction { get; init; } = 0.01;

    /// <summary>How much worse the far tail is.</summary>
    [Range(1.0, 100.0)]
    public double FarFactor { get; init; } = 8;

    /// <summary>Width of the luminous region along the beam [mm].</summary>
    [Range(0.0, 1000.0)]
    public double SigmaZ { get; init; } = 53;

    /// <summary>Width of the collisions in time [ns].</summary>
    [Range(0.0, 10.0)]
    public double SigmaTime { get; init; } = 0.160;

    /// <summary>Chance that a pile-up collision gives a vertex.</summary>
    [Range(0.0, 1.0)]
    public double VertexEfficiency { get; init; } = 0.59;

    /// <summary>Largest |z0 - z| sin(theta) of a track that belongs to a vertex [mm].</summary>
    [Range(0.01, 10.0)]
    public double VertexWindow { get; init; } = 0.5;
}
