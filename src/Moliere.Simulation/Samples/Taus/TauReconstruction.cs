using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Taus;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Samples.Jets;
using Moliere.Simulation.Tracking;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>
/// Reconstructs the taus of one hard collision after the other in crossings made once. Only clusters and tracks around
/// true taus are made, as everything else would be thrown away. Belongs to one worker.
/// </summary>
internal sealed class TauReconstruction
{
    private readonly EventChain _chain;
    private readonly TauSampleOptions _options;
    private readonly TauFinder _finder;
    private readonly CrossingTracks _tracks;
    private readonly Func<Cluster, CalorimeterEvent, ClusterScale> _scale;
    private readonly PremixedCrossing _crossing;
    private readonly List<Track> _pileupTracks = [];
    private readonly List<Vertex> _pileupVertices = [];
    private long _number;
    private double _density;

    /// <summary>Prepares a worker.</summary>
    /// <param name="chain">Particles to clusters; must not turn events.</param>
    /// <param name="options">True taus and windows.</param>
    /// <param name="taus">How candidates are found.</param>
    /// <param name="tracks">Shared.</param>
    /// <param name="scale">Local weighting of a cluster.</param>
    public TauReconstruction(
        EventChain chain, TauSampleOptions options, TauOptions taus, CrossingTracks tracks,
        Func<Cluster, CalorimeterEvent, ClusterScale> scale)
    {
        (_chain, _options, _finder, _tracks, _scale) = (chain, options, new(taus), tracks, scale);
        _crossing = new PremixedCrossing(chain.Simulator, chain.Event);
    }

    private double Radius => _options.WindowRadius;

    /// <summary>Makes the cells of a crossing.</summary>
    /// <param name="number">Its number.</param>
    public void Begin(long number)
    {
        _number = number;
        _crossing.Begin(number);
    }

    /// <summary>Measures what all taus of the crossing share: its density, tracks and vertices.</summary>
    public void MeasureCrossing()
    {
        CalorimeterEvent cells = _chain.Event;
        _density = GridDensity.Of([.. _chain.FindClusters().Select(cluster => cluster.Momentum)]);
        _pileupTracks.Clear();
        _pileupVertices.Clear();
        GeneratedEvent[] others = _tracks.Others(_number, cells.Overlaid, pass: 0);
        _tracks.Simulator.AddPileup(_number, others, pass: 0, _pileupTracks, _pileupVertices);
    }

    /// <summary>The true taus that are looked for.</summary>
    public IReadOnlyList<TrueTau> FindTruth(GeneratedEvent generated) =>
    [
        .. TrueTau.Of(generated).Where(tau => tau.Momentum.Pt > _options.TruthPtMin
            && Math.Abs(tau.Momentum.Eta) < _options.TruthEtaMax),
    ];

    /// <summary>Adds a hard collision to the cells.</summary>
    public void Simulate(GeneratedEvent generated, int pass) => _crossing.Add(generated, pass);

    /// <summary>The candidates of the collision in work that are matched to true taus; takes it away.</summary>
    /// <param name="generated">The collision that was added.</param>
    /// <param name="pass">Repetition of it.</param>
    /// <param name="truth">Its taus, at least one.</param>
    public IEnumerable<TauRecord> Reconstruct(GeneratedEvent generated, int pass, IReadOnlyList<TrueTau> truth)
    {
        TauSurroundings around = LookAround(generated, pass, truth);
        IReadOnlyList<TauCandidate> candidates = _finder.Find(around);
        _crossing.Remove();
        CalorimeterEvent cells = _chain.Event;
        var shared = new TauEvent(
            generated.Number, _number, generated.Weight, cells.Mu, around.Vertices.Count, _density);
        FourVector[] axes = [.. candidates.Select(candidate => candidate.Intermediate)];
        FourVector[] partners = [.. truth.Select(tau => tau.Momentum)];
        int[] partnerOf = JetMatch.Pairs(axes, partners, _options.MatchRadius);
        return
        [
            .. Enumerable.Range(0, axes.Length).Where(i => partnerOf[i] >= 0).Select(i => new TauRecord(
                shared, candidates[i], truth[partnerOf[i]], JetMatch.DistanceOf(axes[i], partners[partnerOf[i]]))),
        ];
    }

    private TauSurroundings LookAround(GeneratedEvent generated, int pass, IReadOnlyList<TrueTau> truth)
    {
        CellWindow[] windows = [.. truth.Select(WindowOf)];
        CellWindow[] cones = [.. truth.Select(tau => new CellWindow(tau.Momentum.Eta, tau.Momentum.Phi, Radius))];
        Cluster[] clusters =
        [
            .. _chain.FindClustersWithin(windows)
                .Where(cluster => IsIn(windows, cluster.Momentum.Eta, cluster.Momentum.Phi)).Select(_chain.WithShape),
        ];
        var tracks = new List<Track>();
        Vertex[] vertices = [_tracks.Simulator.AddHard(generated, pass, tracks), .. _pileupVertices];
        tracks.AddRange(_pileupTracks);
        tracks.RemoveAll(track => !IsIn(cones, track.Eta, track.Phi));
        return new()
        {
            Cells = _chain.Event,
            Clusters = clusters,
            Scales = Array.ConvertAll(clusters, cluster => _scale(cluster, _chain.Event)),
            Tracks = _tracks.Simulator.Assign(tracks, vertices),
            Vertices = vertices,
        };
    }

    // A direction beyond the calorimeter does not occur below |eta| of 2.5; its window would be that from the centre.
    private CellWindow WindowOf(TrueTau tau) =>
        _chain.Simulator.TryEnter(tau.Momentum, tau.Place, out double eta, out double phi)
            ? new(eta, phi, Radius)
            : new(tau.Momentum.Eta, tau.Momentum.Phi, Radius);

    private static bool IsIn(CellWindow[] windows, double eta, double phi)
    {
        foreach (CellWindow window in windows)
        {
            if (window.Holds(eta, phi))
            {
                return true;
            }
        }

        return false;
    }
}
