using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>Makes the jets of one crossing after the other. Belongs to one worker.</summary>
internal sealed class JetReconstruction(
    EventChain chain, JetSampleOptions options, CrossingTracks tracks, ulong seed)
{
    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.Radius));
    private readonly MuonSegments _segments = new(options.Radius, seed);
    private readonly TruthJetFinder _truth = new(new EventSampleOptions
    {
        JetRadius = options.Radius,
        TruthJetPtMin = options.TruthPtMin,
    });

    /// <summary>Particles to clusters.</summary>
    public EventChain Chain => chain;

    /// <summary>The jets of particles, by decreasing transverse momentum.</summary>
    public IReadOnlyList<TruthJet> FindTruth(GeneratedEvent generated) => _truth.Find(generated);

    /// <summary>The jets of the event in work that become rows, by decreasing transverse momentum.</summary>
    /// <param name="generated">The event that was simulated.</param>
    /// <param name="pass">Repetition of it.</param>
    /// <param name="truth">Its jets of particles.</param>
    public IReadOnlyList<JetRecord> Reconstruct(GeneratedEvent generated, int pass, IReadOnlyList<TruthJet> truth)
    {
        CalorimeterEvent source = chain.Event;
        Rng rng = new Rng(seed, "jet areas", (ulong)source.Number).Split((ulong)pass);
        TrackedEvent tracked = tracks.Of(generated, source.Overlaid, pass);
        var crossing = new JetCrossing(chain.FindClusters(), source, tracked, _finder, options, ref rng);
        var shared = new JetEvent(
            source.Number, pass, source.Weight, source.Mu, tracked.Vertices.Count, GridDensity.Of(crossing.Momenta));
        FourVector[] momenta = [.. crossing.Jets.Select(jet => jet.Momentum)];
        FourVector[] partners = [.. truth.Select(jet => jet.Momentum)];
        int[] partnerOf = JetMatch.Pairs(momenta, partners, options.MatchRadius);
        double[] etas = [.. Enumerable.Range(0, momenta.Length).Select(crossing.DetectorEta)];
        int[] segments = _segments.Count(
            chain.Leaks, [.. etas.Zip(momenta, (eta, jet) => (eta, jet.Phi))], source, pass);
        return
        [
            .. Enumerable.Range(0, momenta.Length).Where(j => momenta[j].Pt >= options.PtMin
                && Math.Abs(etas[j]) < options.EtaMax && (partnerOf[j] >= 0 || j < options.Leading))
                .Select(j => Measure(crossing, j) with
                {
                    Event = shared,
                    DetectorEta = etas[j],
                    Segments = segments[j],
                    Isolation = JetMatch.Isolation(momenta, j, options.NeighbourPtMin),
                    Truth = partnerOf[j] >= 0 ? truth[partnerOf[j]] : null,
                    TruthIsolation = partnerOf[j] >= 0
                        ? JetMatch.Isolation(partners, partnerOf[j], options.NeighbourPtMin) : JetMatch.Alone,
                }),
        ];
    }

    private JetRecord Measure(JetCrossing crossing, int jet)
    {
        (Jet found, CalorimeterEvent source) = (crossing.Jets[jet], crossing.Source);
        Cluster[] clusters = [.. found.Constituents.Select(c => crossing.Clusters[c])];
        return new()
        {
            Rank = jet,
            Momentum = found.Momentum,
            Area = crossing.Areas[jet],
            Layers = LayerShares.Of(clusters, source),
            N90 = JetContent.N90(Array.ConvertAll(clusters, cluster => cluster.Energy)),
            Tracks = JetContent.TracksOf(found.Momentum, crossing.TracksOf(jet)),
            Constituents = JetContent.Constituents(crossing, jet, chain, options.MostConstituents),
        };
    }
}
