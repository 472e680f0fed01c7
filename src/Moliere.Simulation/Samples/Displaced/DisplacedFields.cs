using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.PunchThrough;
using Columns = Moliere.Data.Objects.DisplacedJetColumns;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>A column of one number per object.</summary>
/// <typeparam name="T">A jet, one of its clusters, tracks or segments, or the decay it comes from.</typeparam>
/// <param name="Name">One of <see cref="DisplacedJetColumns"/>.</param>
/// <param name="Unit">House unit; empty for pure numbers.</param>
/// <param name="Description">A few words.</param>
/// <param name="Of">Its value for an object.</param>
internal sealed record DisplacedField<T>(string Name, string Unit, string Description, Func<T, double> Of);

/// <summary>
/// The columns of a table of displaced jets behind event and crossing, and how each follows from a jet.
/// </summary>
internal static class DisplacedFields
{
    /// <summary>Truth of a long-lived particle.</summary>
    public static IReadOnlyList<DisplacedField<LongLivedDecay>> Truth { get; } =
    [
        new(Columns.DecayRadius, "mm", "transverse distance of the decay", decay => decay.Scalar.Decay.Radius),
        new(Columns.DecayZ, "mm", "longitudinal position of the decay", decay => decay.Scalar.Decay.Z),
        new(Columns.LongLivedPt, "GeV", "pt of what decayed", decay => decay.Scalar.Momentum.Pt),
        new(Columns.LongLivedEta, "", "eta of what decayed", decay => decay.Scalar.Momentum.Eta),
        new(Columns.DecayProduct, "", "particle number it decays to", decay => decay.Product),
        new(Columns.LongLivedMass, "GeV", "mass of what decayed", decay => decay.Scalar.Momentum.Mass),
        new(Columns.ResonanceMass, "GeV", "mass of the resonance", decay => decay.ResonanceMass),
    ];

    /// <summary>Numbers of a jet.</summary>
    public static IReadOnlyList<DisplacedField<DisplacedRecord>> Numbers { get; } =
    [
        new(Columns.Weight, "", "event weight", jet => jet.Event.Weight),
        new(Columns.Class, "", "0 QCD, 1 signal, 2 beam-induced, -1 none", jet => jet.Class),
        new(Columns.EventClass, "", "the same of the event", jet => EventClass(jet.Event.Sample)),
        new(Columns.IsData, "", "1 for pseudo-data", jet => jet.Event.Sample == DisplacedSample.ControlData ? 1 : 0),
        new(Columns.IsControl, "", "1 in the control region", jet => jet.IsControl ? 1 : 0),
        new(Columns.Rank, "", "position in its event by transverse momentum", jet => jet.Rank),
        new(Columns.Pt, "GeV", "transverse momentum at EM scale", jet => jet.Momentum.Pt),
        new(Columns.Eta, "", "pseudorapidity", jet => jet.Momentum.Eta),
        new(Columns.Phi, "rad", "azimuth", jet => EtaPhi.WrapPhi(jet.Momentum.Phi)),
        new(Columns.EventHt, "GeV", "scalar sum of jets", jet => jet.Event.Ht),
        new(Columns.EventMissing, "GeV", "vector sum of jets", jet => jet.Event.Missing),
        new(Columns.EventJets, "", "number of jets", jet => jet.Event.Jets),
        new(Columns.TrackDistance, "", "distance to the closest hard track, at most 1", jet => jet.TrackDistance),
        .. Truth.Select(field => new DisplacedField<DisplacedRecord>(
            field.Name, field.Unit, $"{field.Description}, or 0", jet => jet.Decay is { } decay ? field.Of(decay) : 0)),
    ];

    /// <summary>Lists of clusters.</summary>
    public static IReadOnlyList<DisplacedField<DisplacedCluster>> Clusters { get; } =
    [
        new(Columns.ClusterPt, "GeV", "pt of the hardest clusters at EM scale", cluster => cluster.Momentum.Pt),
        new(Columns.ClusterEta, "", "their pseudorapidities", cluster => cluster.Momentum.Eta),
        new(Columns.ClusterPhi, "rad", "their azimuths", cluster => EtaPhi.WrapPhi(cluster.Momentum.Phi)),
        new(Columns.ClusterTime, "ns", "their times", cluster => cluster.Time),
        .. Columns.ClusterElectromagnetic.Concat(Columns.ClusterHadronic).Select((name, layer) =>
            new DisplacedField<DisplacedCluster>(
                name, "", $"their share in layer {name.Split('_')[^1]}", cluster => cluster.Layers[layer])),
    ];

    /// <summary>Lists of tracks.</summary>
    public static IReadOnlyList<DisplacedField<Track>> Tracks { get; } =
    [
        new(Columns.TrackPt, "GeV", "pt of the hardest tracks", track => track.Pt),
        new(Columns.TrackEta, "", "their pseudorapidities", track => track.Eta),
        new(Columns.TrackPhi, "rad", "their azimuths", track => track.Phi),
        new(Columns.TrackD0, "mm", "their transverse impact parameters", track => track.D0),
        new(Columns.TrackZ0, "mm", "their longitudinal impact parameters", track => track.Z0),
        new(Columns.TrackSigmaD0, "mm", "believed errors of these", track => track.SigmaD0),
        new(Columns.TrackSigmaZ0, "mm", "believed errors of those", track => track.SigmaZ0),
        new(Columns.TrackIsHard, "", "1 for tracks of the hard vertex", track => track.Vertex == 0 ? 1 : 0),
    ];

    /// <summary>Lists of muon segments.</summary>
    public static IReadOnlyList<DisplacedField<MuonSegment>> Segments { get; } =
    [
        new(Columns.SegmentEta, "", "pseudorapidities of muon segments", segment => segment.Eta),
        new(Columns.SegmentPhi, "rad", "their azimuths", segment => segment.Phi),
        new(Columns.SegmentDirectionEta, "", "pseudorapidities of their directions", segment => segment.DirectionEta),
        new(Columns.SegmentDirectionPhi, "rad", "azimuths of their directions", segment => segment.DirectionPhi),
        new(Columns.SegmentChiSquared, "", "chi squared per degree of freedom", segment => segment.ChiSquared),
        new(Columns.SegmentTime, "ns", "their times", segment => segment.Time),
    ];

    private static double EventClass(DisplacedSample sample) => (double)(sample switch
    {
        DisplacedSample.Signal => DisplacedClass.Signal,
        DisplacedSample.BeamInduced => DisplacedClass.BeamInduced,
        _ => DisplacedClass.Qcd,
    });
}
