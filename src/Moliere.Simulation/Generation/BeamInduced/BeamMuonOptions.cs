using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Generation.BeamInduced;

/// <summary>Where muons of beam-induced background come, and what they radiate.</summary>
/// <source>
/// Physics notes on tagging, section 9; ATLAS, JINST 8 (2013) P07004 (arXiv:1303.0223), section 2: muons move with the
/// bunch, mostly in the plane of the ring.
/// </source>
public sealed record BeamMuonOptions
{
    /// <summary>Smallest distance from the beam axis [mm]: that of the barrel's hadronic calorimeter.</summary>
    [Range(100.0, 10_000.0)]
    public double RadiusMin { get; init; } = 2300;

    /// <summary>Largest distance from the beam axis [mm].</summary>
    [Range(100.0, 10_000.0)]
    public double RadiusMax { get; init; } = 3800;

    /// <summary>Largest |eta| of the place of the loss.</summary>
    [Range(0.1, 1.5)]
    public double EtaMax { get; init; } = 1.5;

    /// <summary>Smallest loss [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double LossMin { get; init; } = 45;

    /// <summary>Largest loss [GeV], above the smallest; drawn from the inverse square between the two.</summary>
    [Range(1.0, 10_000.0)]
    public double LossMax { get; init; } = 700;

    /// <summary>
    /// Share of losses on the way towards the collision, 15 to 45 ns early; most of them are counted to the crossing
    /// before. A surrogate: with a tenth the medians of the times are those of the notes.
    /// </summary>
    [Range(0.0, 1.0)]
    public double UpstreamShare { get; init; } = 0.1;

    /// <summary>Share of muons near the plane of the ring; 0.27 gives 35 % of all within 0.2 rad of it.</summary>
    [Range(0.0, 1.0)]
    public double HorizontalShare { get; init; } = 0.27;

    /// <summary>Standard deviation of their azimuth about that plane [rad].</summary>
    [Range(0.001, 1.0)]
    public double HorizontalSpread { get; init; } = 0.1;

    /// <summary>Standard deviation of their arrival [ns].</summary>
    [Range(0.0, 10.0)]
    public double TimeSpread { get; init; } = 0.8;

    /// <summary>
    /// Muons that reach the place of their loss earlier than this after light from the collision are drawn again [ns]:
    /// a filter for what cleaning by time would take away.
    /// </summary>
    [Range(-1000.0, 0.0)]
    public double DelayMin { get; init; } = -1000;

    /// <summary>Muons whose loss has less transverse energy than this are drawn again [GeV].</summary>
    [Range(0.0, 1000.0)]
    public double LossPtMin { get; init; }
}
