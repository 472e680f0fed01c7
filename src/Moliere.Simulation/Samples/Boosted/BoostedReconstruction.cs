using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Reconstruction.Substructure;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Samples.Jets;
using Moliere.Simulation.Tracking;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>
/// Reconstructs the large-radius jets of one hard collision after the other in crossings made once; only what is around
/// the wanted jets is simulated and reconstructed. Belongs to one worker.
/// </summary>
internal sealed class BoostedReconstruction
{
    private const double SimulatedMargin = 0.2; // half a shower beyond the window
    private const double TruthPtShare = 0.5; // of the lowest pT: below, no jet of particles is wanted

    private const int Unseen = 12; // a neutrino, which no calorimeter sees
    private const double ScaledAt = 500; // where the factor is that of the options [GeV]

    private readonly EventChain _chain;
    private readonly BoostedSampleOptions _options;
    private readonly PremixedCrossing _crossing;
    private readonly TruthJetFinder _truth;
    private readonly JetFinder _finder;
    private readonly Trimming _trimming;
    private readonly SubstructureVariables _variables = new();
    private long _number;

    /// <summary>Prepares a worker.</summary>
    /// <param name="chain">Particles to clusters, with or without pile-up; must not turn events.</param>
    /// <param name="options">Jets and windows.</param>
    public BoostedReconstruction(EventChain chain, BoostedSampleOptions options)
    {
        (_chain, _options) = (chain, options);
        _crossing = new PremixedCrossing(chain.Simulator, chain.Event);
        _truth = new(new()
        {
            JetRadius = options.Radius,
            TruthJetPtMin = TruthPtShare * options.PtMin,
            EtaMax = options.EtaMax + WantedJet.EtaMargin + (2 * options.Radius),
        });
        _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.Radius));
        _trimming = new(options.Trimming);
    }

    /// <summary>Makes the cells of a crossing.</summary>
    /// <param name="number">Its number.</param>
    public void Begin(long number)
    {
        _number = number;
        _crossing.Begin(number);
    }

    /// <summary>The jets of particles that are looked for.</summary>
    public IReadOnlyList<WantedJet> FindTruth(GeneratedEvent generated) =>
        WantedJet.Of(generated, _truth.Find(generated), _options);

    /// <summary>Adds what a hard collision sends near the wanted jets to the cells.</summary>
    public void Simulate(GeneratedEvent generated, int pass, IReadOnlyList<WantedJet> wanted)
    {
        double reach = _options.WindowRadius + SimulatedMargin;
        CellWindow[] cones = [.. wanted.Select(jet => new CellWindow(jet.Momentum.Eta, jet.Momentum.Phi, reach))];

        // Far particles keep their places, so that the others draw the random numbers of the whole event.
        Particle[] near =
        [
            .. generated.Particles.Select(particle => IsIn(cones, particle.Momentum.Eta, particle.Momentum.Phi)
                ? particle : particle with { PdgId = Unseen }),
        ];
        _crossing.Add(generated with { Particles = near }, pass);
    }

    /// <summary>The jets of the collision in work that become rows; takes it away.</summary>
    /// <param name="generated">The collision that was added.</param>
    /// <param name="wanted">Its jets of particles, at least one.</param>
    public IReadOnlyList<BoostedRecord> Reconstruct(GeneratedEvent generated, IReadOnlyList<WantedJet> wanted)
    {
        Vertex vertex = TrackSimulator.PlaceOf(generated);
        CellWindow[] windows = [.. wanted.Select(jet => WindowOf(jet, vertex))];
        CalorimeterEvent cells = _chain.Event;
        FourVector[] momenta =
        [
            .. _chain.FindClustersWithin(windows)
                .Where(cluster => IsIn(windows, cluster.Momentum.Eta, cluster.Momentum.Phi))
                .Select(cluster => OriginCorrection.Apply(cluster, cells, vertex.Z)),
        ];
        _crossing.Remove();
        var free = _finder.Find(momenta, TruthPtShare * _options.PtMin).ToList();
        var rows = new List<BoostedRecord>();
        foreach (WantedJet jet in wanted)
        {
            int found = free.FindIndex(
                one => WantedJet.Distance(one.Momentum, jet.Momentum) < _options.MatchRadius);
            if (found >= 0 && Measure(_trimming.Apply(free[found], momenta), momenta) is { } measured)
            {
                rows.Add(measured with
                {
                    Event = generated.Number,
                    Crossing = _number,
                    Weight = generated.Weight,
                    IsSignal = jet.IsSignal,
                    Mu = cells.Mu,
                    TruthPt = jet.Momentum.Pt,
                });
                free.RemoveAt(found);
            }
        }

        return rows;
    }

    private BoostedRecord? Measure(Jet trimmed, FourVector[] momenta)
    {
        if (trimmed.Constituents.Count == 0)
        {
            return null;
        }

        double ratio = trimmed.Momentum.Pt / ScaledAt;
        double scale = _options.EnergyScale * Math.Pow(ratio, -_options.EnergyPower);
        FourVector jet = scale * trimmed.Momentum;
        bool isRow = jet.Pt >= _options.PtMin && jet.Pt < _options.PtMax && Math.Abs(jet.Eta) < _options.EtaMax;
        return !isRow ? null : new()
        {
            Event = 0,
            Crossing = 0,
            Weight = 1,
            IsSignal = false,
            Mu = 0,
            TruthPt = 0,
            Momentum = jet,
            Substructure = _variables.Measure([.. trimmed.Constituents.Select(index => scale * momenta[index])]),
        };
    }

    // A direction beyond the calorimeter does not occur at these |eta|; its window would be that from the centre.
    private CellWindow WindowOf(WantedJet jet, in Vertex vertex) =>
        _chain.Simulator.TryEnter(jet.Momentum, vertex, out double eta, out double phi)
            ? new(eta, phi, _options.WindowRadius)
            : new(jet.Momentum.Eta, jet.Momentum.Phi, _options.WindowRadius);

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
