using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>The jets of one event, and what lies around each.</summary>
/// <source>arXiv:2203.01009, section 5.</source>
internal sealed class DisplacedJets
{
    private const double NoTrack = 1; // distance that stands for no close track

    private readonly Cluster[] _clusters;
    private readonly IReadOnlyList<Jet> _jets;
    private readonly DisplacedSampleOptions _options;

    /// <summary>Finds the jets.</summary>
    /// <param name="clusters">Topo-clusters of the event.</param>
    /// <param name="finder">Of the worker.</param>
    /// <param name="options">Thresholds.</param>
    public DisplacedJets(Cluster[] clusters, JetFinder finder, DisplacedSampleOptions options)
    {
        (_clusters, _options) = (clusters, options);
        _jets = finder.Find([.. clusters.Select(cluster => cluster.Momentum)], options.EventPtMin);
        Momenta = [.. _jets.Select(jet => jet.Momentum)];
    }

    /// <summary>By decreasing transverse momentum [GeV].</summary>
    public FourVector[] Momenta { get; }

    /// <summary>The jets that become rows; of the control region both or none.</summary>
    /// <param name="sample">What the event is.</param>
    public IEnumerable<int> Kept(DisplacedSample sample)
    {
        bool isControl = sample is DisplacedSample.ControlSimulation or DisplacedSample.ControlData;
        return !isControl ? Enumerable.Range(0, Momenta.Length).Where(IsRow) : IsBalanced() ? [0, 1] : [];
    }

    /// <summary>What all rows of the event share.</summary>
    /// <param name="crossing">Where it is.</param>
    /// <param name="generated">The event.</param>
    public DisplacedEvent Summary(DisplacedCrossing crossing, GeneratedEvent generated)
    {
        FourVector sum = Momenta.Aggregate(default(FourVector), (all, jet) => all + jet);
        return new(
            crossing.Sample, generated.Number, DisplacedGenerator.NumberOf(crossing.Sample, crossing.Number),
            generated.Weight, Momenta.Sum(jet => jet.Pt), sum.Pt, Momenta.Length);
    }

    /// <summary>The hardest clusters of a jet.</summary>
    /// <param name="jet">Its number.</param>
    public IEnumerable<Cluster> ClustersOf(int jet) => _jets[jet].Constituents.Select(cluster => _clusters[cluster])
        .Where(cluster => cluster.Momentum.Pt > _options.ClusterPtMin)
        .OrderByDescending(cluster => cluster.Momentum.Pt).Take(_options.MostClusters);

    /// <summary>The hardest tracks near a jet.</summary>
    /// <param name="jet">Its number.</param>
    /// <param name="tracks">All tracks of the crossing.</param>
    public IReadOnlyList<Track> TracksOf(int jet, IReadOnlyList<Track> tracks)
    {
        (double eta, double phi) = (Momenta[jet].Eta, Momenta[jet].Phi);
        return
        [
            .. tracks.Where(track => track.Pt > _options.TrackPtMin
                && EtaPhi.DeltaR(track.Eta, track.Phi, eta, phi) < _options.TrackRadius)
                .OrderByDescending(track => track.Pt).Take(_options.MostTracks),
        ];
    }

    /// <summary>Distance of a jet to the closest hard track; 1 where there is none within.</summary>
    /// <param name="jet">Its number.</param>
    /// <param name="tracks">All tracks of the crossing.</param>
    public double TrackDistance(int jet, IReadOnlyList<Track> tracks)
    {
        (double eta, double phi) = (Momenta[jet].Eta, Momenta[jet].Phi);
        return tracks.Where(track => track.Pt > _options.NearTrackPtMin)
            .Select(track => EtaPhi.DeltaR(track.Eta, track.Phi, eta, phi)).Append(NoTrack).Min();
    }

    /// <summary>The segments at the azimuth of a jet.</summary>
    /// <param name="jet">Its number.</param>
    /// <param name="segments">All of the event.</param>
    public IReadOnlyList<MuonSegment> SegmentsOf(int jet, IReadOnlyList<MuonSegment> segments)
    {
        double phi = Momenta[jet].Phi;
        return
        [
            .. segments.Where(segment => Math.Abs(EtaPhi.DeltaPhi(segment.Phi, phi)) < _options.SegmentAzimuth)
                .Take(_options.MostSegments),
        ];
    }

    private bool IsRow(int jet) => Momenta[jet].Pt >= _options.PtMin && Momenta[jet].Pt < _options.PtMax
        && Math.Abs(Momenta[jet].Eta) < _options.EtaMax;

    private bool IsBalanced()
    {
        if (Momenta.Length < 2 || !IsRow(0) || !IsRow(1))
        {
            return false;
        }

        (FourVector first, FourVector second) = (Momenta[0], Momenta[1]);
        return Math.Abs(EtaPhi.DeltaPhi(first.Phi, second.Phi)) > _options.ControlAzimuth
            && first.Pt - second.Pt < _options.ControlAsymmetry * (first.Pt + second.Pt);
    }
}
