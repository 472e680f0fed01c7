using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>Which jets become rows, and what is kept of their surroundings.</summary>
/// <source>arXiv:2203.01009, section 5; physics notes on tagging, section 9.</source>
public sealed record DisplacedSampleOptions
{
    /// <summary>Lowest transverse momentum of a jet that becomes a row, at EM scale [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double PtMin { get; init; } = 40;

    /// <summary>Largest transverse momentum of such a jet [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double PtMax { get; init; } = 500;

    /// <summary>Largest |eta| of such a jet.</summary>
    [Range(0.1, 2.5)]
    public double EtaMax { get; init; } = 2.5;

    /// <summary>Lowest transverse momentum of a jet that counts in the sums over an event [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double EventPtMin { get; init; } = 30;

    /// <summary>
    /// Clusters are looked for around deposits of the collision that make a jet above this transverse momentum [GeV].
    /// </summary>
    [Range(1.0, 10_000.0)]
    public double WindowPtMin { get; init; } = 24;

    /// <summary>Radius in which they are looked for [1].</summary>
    [Range(0.4, 3.0)]
    public double WindowRadius { get; init; } = 0.5;

    /// <summary>Largest distance of a jet to the decay or the muon it comes from [1].</summary>
    [Range(0.01, 1.5)]
    public double MatchRadius { get; init; } = 0.4;

    /// <summary>Largest distance of a track to its jet [1].</summary>
    [Range(0.01, 1.5)]
    public double TrackRadius { get; init; } = 0.25;

    /// <summary>Lowest transverse momentum of a track of a jet [GeV].</summary>
    [Range(0.5, 100.0)]
    public double TrackPtMin { get; init; } = 0.5;

    /// <summary>Lowest transverse momentum of a track that a jet may be close to [GeV].</summary>
    [Range(0.5, 100.0)]
    public double NearTrackPtMin { get; init; } = 2;

    /// <summary>Segments within this azimuth of a jet are kept, at any pseudorapidity [rad].</summary>
    [Range(0.01, 3.15)]
    public double SegmentAzimuth { get; init; } = 0.2;

    /// <summary>
    /// Mean number of segments of the background of the cavern in an event; a surrogate for what experiments see.
    /// </summary>
    [Range(0.0, 1000.0)]
    public double CavernSegments { get; init; } = 8;

    /// <summary>
    /// Lowest transverse momentum of a cluster that is kept [GeV]; tuned on the 14 to 16 clusters that jets of QCD have
    /// in the notes.
    /// </summary>
    [Range(0.0, 100.0)]
    public double ClusterPtMin { get; init; } = 0.5;

    /// <summary>Largest number of clusters of a jet, hardest first.</summary>
    [Range(1, 1000)]
    public int MostClusters { get; init; } = 30;

    /// <summary>Largest number of tracks of a jet, hardest first.</summary>
    [Range(1, 1000)]
    public int MostTracks { get; init; } = 20;

    /// <summary>Largest number of segments of a jet, in the order they are found.</summary>
    [Range(1, 1000)]
    public int MostSegments { get; init; } = 30;

    /// <summary>Smallest azimuth between the two jets of the control region [rad].</summary>
    [Range(0.0, 3.15)]
    public double ControlAzimuth { get; init; } = 3;

    /// <summary>Largest difference of their transverse momenta over the sum.</summary>
    [Range(0.0, 1.0)]
    public double ControlAsymmetry { get; init; } = 0.3;

    /// <summary>Times are cut off here on both sides [ns]: half of the spacing of crossings.</summary>
    [Range(0.1, 1000.0)]
    public double TimeWindow { get; init; } = 12.5;

    /// <summary>What the measurement adds to the times of clusters in simulation.</summary>
    public TimeKernel Simulation { get; init; } = TimeKernel.Simulation;

    /// <summary>What it adds in data.</summary>
    public TimeKernel Data { get; init; } = TimeKernel.Data;
}
