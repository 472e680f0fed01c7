using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
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
    public IEnumerable<JetRecord> Reconstruct(GeneratedEvent generated, int pass, IReadOnlyList<TruthJet> truth)
    {
        CalorimeterEvent source = chain.Event;
        TrackedEvent tracked = tracks.Of(generated, source.Overlaid, pass);
        var crossing = new JetCrossing(chain.FindClusters(), source, tracked, options.TrackPtMin);
        var shared = new JetEvent(
            source.Number, pass, source.Weight, source.Mu, tracked.Vertices.Count, GridDensity.Of(crossing.Momenta));
        IReadOnlyList<Jet> jets = _finder.Find(crossing.Inputs, Math.Min(options.PtMin, options.NeighbourPtMin));
        FourVector[] momenta = [.. jets.Select(jet => jet.Momentum)];
        FourVector[] partners = [.. truth.Select(jet => jet.Momentum)];
        int[] partnerOf = JetMatch.Pairs(momenta, partners, options.MatchRadius);
        int[][] clusters = [.. jets.Select(crossing.ClustersOf)];
        double[] etas = Array.ConvertAll(clusters, crossing.DetectorEta);
        int[] segments = _segments.Count(
            chain.Leaks, [.. etas.Zip(momenta, (eta, jet) => (eta, jet.Phi))], source, pass);
        for (int j = 0; j < momenta.Length; j++)
        {
            int partner = partnerOf[j];
            if (momenta[j].Pt >= options.PtMin && Math.Abs(etas[j]) < options.EtaMax
                && (partner >= 0 || j < options.Leading))
            {
                yield return new JetRecord
                {
                    Event = shared,
                    Rank = j,
                    Momentum = momenta[j],
                    DetectorEta = etas[j],
                    Area = Math.PI * options.Radius * options.Radius,
                    Layers = LayerShares.Of(clusters[j].Select(c => crossing.Clusters[c]), source),
                    N90 = JetContent.N90([.. clusters[j].Select(c => crossing.Clusters[c].Energy)]),
                    Tracks = JetContent.TracksOf(momenta[j], crossing.TracksOf(jets[j])),
                    Segments = segments[j],
                    Isolation = JetMatch.Isolation(momenta, j, options.NeighbourPtMin),
                    Truth = partner >= 0 ? truth[partner] : null,
                    TruthIsolation = partner >= 0
                        ? JetMatch.Isolation(partners, partner, options.NeighbourPtMin) : JetMatch.Alone,
                    Constituents = JetContent.Constituents(crossing, jets[j], chain, options.MostConstituents),
                };
            }
        }
    }
}
