using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.PunchThrough;
using Moliere.Simulation.Generation.BeamInduced;
using Moliere.Simulation.Samples.Jets;
using Moliere.Simulation.Tracking;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// Makes the jets of one event after the other in crossings made once; clusters are looked for where the event has left
/// something. Belongs to one worker.
/// </summary>
internal sealed class DisplacedReconstruction
{
    private readonly EventChain _chain;
    private readonly DisplacedGenerator _events;
    private readonly DisplacedSampleOptions _options;
    private readonly CrossingTracks _tracks;
    private readonly ulong _seed;
    private readonly PremixedCrossing _crossing;
    private readonly WantedParticles _wanted;
    private readonly DepositJets _windows;
    private readonly BeamMuonPassage _passage;
    private readonly MuonSegments _segments;
    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, 0.4));
    private readonly List<Track> _pileupTracks = [];
    private readonly List<Vertex> _pileupVertices = [];
    private DisplacedCrossing _now = new(default, 0, 0, 0);

    /// <summary>Prepares a worker.</summary>
    /// <param name="chain">Particles to clusters; must not turn events.</param>
    /// <param name="events">Knows the muons of beam-induced events.</param>
    /// <param name="options">Rows and surroundings.</param>
    /// <param name="tracks">Shared.</param>
    /// <param name="seed">Seed of the run.</param>
    public DisplacedReconstruction(
        EventChain chain, DisplacedGenerator events, DisplacedSampleOptions options, CrossingTracks tracks, ulong seed)
    {
        (_chain, _events, _options, _tracks, _seed) = (chain, events, options, tracks, seed);
        _crossing = new(chain.Simulator, chain.Event);
        (_wanted, _windows) = (new(options), new(chain.Event.Geometry, options));
        _passage = new(chain.Simulator.Detector);
        _segments = new(options.SegmentAzimuth, seed);
    }

    private CalorimeterEvent Cells => _chain.Event;

    /// <summary>Makes cells and tracks of a crossing.</summary>
    /// <param name="crossing">The crossing.</param>
    public void Begin(DisplacedCrossing crossing)
    {
        _now = crossing;
        long number = DisplacedGenerator.NumberOf(crossing.Sample, crossing.Number);
        _crossing.Begin(number);
        _pileupTracks.Clear();
        _pileupVertices.Clear();
        GeneratedEvent[] others = _tracks.Others(number, Cells.Overlaid, pass: 0);
        _tracks.Simulator.AddPileup(number, others, pass: 0, _pileupTracks, _pileupVertices);
    }

    /// <summary>What of an event is worth simulating; null for nothing.</summary>
    /// <param name="generated">An event of the sample in work.</param>
    public GeneratedEvent? Select(GeneratedEvent generated) =>
        _wanted.Of(_now.Sample, generated, MuonOf(generated));

    /// <summary>The cells of an event alone; valid until the next one.</summary>
    /// <param name="generated">An event of the sample in work.</param>
    public CellDeposits Simulate(GeneratedEvent generated)
    {
        CellDeposits deposits = _chain.Simulator.SimulateAlone(generated, 0);
        if (_now.Sample == DisplacedSample.BeamInduced)
        {
            var rng = new Rng(_seed, "beam-induced shower", (ulong)generated.Number);
            _passage.Deposit(_events.MuonOf(generated), deposits, ref rng);
        }

        return deposits;
    }

    /// <summary>The jets of an event that become rows, by decreasing transverse momentum.</summary>
    /// <param name="generated">The event.</param>
    /// <param name="deposits">Its cells.</param>
    public IReadOnlyList<DisplacedRecord> Reconstruct(GeneratedEvent generated, CellDeposits deposits)
    {
        CellWindow[] windows = _windows.Find(deposits);
        if (windows.Length == 0)
        {
            return [];
        }

        _crossing.Add(generated, deposits);
        IEnumerable<Cluster> clusters = _chain.FindClustersWithin(windows);
        var found = new DisplacedJets(
            [.. clusters.Where(cluster => IsIn(windows, cluster.Momentum))], _finder, _options);
        IReadOnlyList<DisplacedRecord> rows = Rows(generated, deposits, found);
        _crossing.Remove();
        return rows;
    }

    private IReadOnlyList<DisplacedRecord> Rows(GeneratedEvent generated, CellDeposits deposits, DisplacedJets found)
    {
        int[] kept = [.. found.Kept(_now.Sample)];
        if (kept.Length == 0)
        {
            return [];
        }

        var times = new Rng(_seed, "cluster times", (ulong)generated.Number);
        Vertex collision = TrackSimulator.PlaceOf(generated);
        IReadOnlyList<Track> tracks = TracksOf(generated);
        List<MuonSegment> segments = SegmentsOf(generated);
        DisplacedMatch match = DisplacedMatch.Of(
            _now.Sample, found.Momenta, LongLivedDecay.Of(generated), MuonOf(generated), _options.MatchRadius);
        DisplacedEvent shared = found.Summary(_now, generated);
        return
        [
            .. kept.Select(jet => new DisplacedRecord
            {
                Event = shared,
                Rank = jet,
                Momentum = found.Momenta[jet],
                Class = match.Classes[jet],
                Decay = match.Decays[jet],
                Clusters =
                    [.. found.ClustersOf(jet).Select(cluster => Measure(cluster, deposits, collision, ref times))],
                Tracks = found.TracksOf(jet, tracks),
                TrackDistance = found.TrackDistance(jet, tracks),
                Segments = found.SegmentsOf(jet, segments),
            }),
        ];
    }

    private DisplacedCluster Measure(Cluster cluster, CellDeposits deposits, in Vertex collision, ref Rng rng)
    {
        TimeKernel kernel = _now.Sample == DisplacedSample.ControlData ? _options.Data : _options.Simulation;
        double time = ClusterContent.Delay(cluster, Cells, deposits, collision) + kernel.Draw(ref rng);
        double limit = _options.TimeWindow;
        return new(cluster.Momentum, ClusterContent.Layers(cluster, Cells), Math.Clamp(time, -limit, limit));
    }

    private BeamMuon? MuonOf(GeneratedEvent generated) =>
        _now.Sample == DisplacedSample.BeamInduced ? _events.MuonOf(generated) : null;

    private Track[] TracksOf(GeneratedEvent generated)
    {
        var tracks = new List<Track>();
        Vertex hard = _tracks.Simulator.AddHard(generated, 0, tracks);
        tracks.AddRange(_pileupTracks);

        // Without a hard collision some other one counts as the first.
        bool isAlone = generated.Particles.Count == 0;
        return _tracks.Simulator.Assign(tracks, isAlone ? _pileupVertices : [hard, .. _pileupVertices]);
    }

    private List<MuonSegment> SegmentsOf(GeneratedEvent generated)
    {
        var rng = new Rng(_seed, "segments off the calorimeter", (ulong)generated.Number);
        List<MuonSegment> found = _segments.Find(_chain.Leaks, generated.Number, 0);
        if (MuonOf(generated) is { } muon)
        {
            BeamMuonSegments.Add(muon, found, ref rng);
        }

        BeamMuonSegments.AddCavern(_options.CavernSegments, found, ref rng);
        return found;
    }

    private static bool IsIn(CellWindow[] windows, FourVector cluster)
    {
        double eta = cluster.Eta, phi = cluster.Phi;
        return Array.Exists(windows, window => window.Holds(eta, phi));
    }
}
