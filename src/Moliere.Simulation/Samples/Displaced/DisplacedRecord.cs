using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>What all jets of an event share.</summary>
/// <param name="Sample">What the event is.</param>
/// <param name="Number">Number of the event.</param>
/// <param name="Crossing">Number of the crossing whose pile-up it has.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Ht">Scalar sum of its jets [GeV].</param>
/// <param name="Missing">Vector sum of its jets [GeV].</param>
/// <param name="Jets">Their number.</param>
internal sealed record DisplacedEvent(
    DisplacedSample Sample, long Number, long Crossing, double Weight, double Ht, double Missing, int Jets);

/// <summary>A cluster of a jet.</summary>
/// <param name="Momentum">At EM scale [GeV].</param>
/// <param name="Layers">Shares of four electromagnetic, then four hadronic layers.</param>
/// <param name="Time">Measured time [ns].</param>
internal sealed record DisplacedCluster(FourVector Momentum, double[] Layers, double Time);

/// <summary>A row of a table of displaced jets.</summary>
internal sealed record DisplacedRecord
{
    /// <summary>The event.</summary>
    public required DisplacedEvent Event { get; init; }

    /// <summary>Position by transverse momentum, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>At EM scale [GeV].</summary>
    public required FourVector Momentum { get; init; }

    /// <summary>Number of its class, or -1.</summary>
    public required int Class { get; init; }

    /// <summary>Hardest first.</summary>
    public required IReadOnlyList<DisplacedCluster> Clusters { get; init; }

    /// <summary>Hardest first.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>Behind it, or anywhere at its azimuth.</summary>
    public required IReadOnlyList<MuonSegment> Segments { get; init; }

    /// <summary>Distance to the closest hard track, at most 1.</summary>
    public required double TrackDistance { get; init; }

    /// <summary>The decay it is matched to; null without one.</summary>
    public LongLivedDecay? Decay { get; init; }

    /// <summary>Whether it belongs to the control region.</summary>
    public bool IsControl => Event.Sample is DisplacedSample.ControlSimulation or DisplacedSample.ControlData;
}
