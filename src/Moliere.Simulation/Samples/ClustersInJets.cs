using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples;

/// <summary>Clusters in anti-kt jets of enough transverse momentum, the sample of the calibration.</summary>
/// <param name="options">Jet selection.</param>
/// <source>Physics notes section 1.3.</source>
public sealed class ClustersInJets(ClusterSampleOptions options) : ClusterSelection
{
    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.JetRadius));

    internal override bool KeepsCellDeposits => false;

    internal override ClusterSelection ForWorker() => new ClustersInJets(options);

    internal override void Keep(EventChain chain, ClusterRows rows)
    {
        IReadOnlyList<Cluster> clusters = chain.FindClusters();
        FourVector[] inputs = [.. clusters.Select(cluster => cluster.Momentum)];
        var jetOf = new FourVector?[inputs.Length];
        foreach (Jet jet in _finder.Find(inputs, options.JetPtMin))
        {
            if (Math.Abs(jet.Momentum.Rapidity) < options.JetRapidityMax)
            {
                foreach (int constituent in jet.Constituents)
                {
                    jetOf[constituent] = jet.Momentum;
                }
            }
        }

        for (int c = 0; c < jetOf.Length; c++)
        {
            if (jetOf[c] is FourVector jet)
            {
                rows.Add(chain.WithMoments(clusters[c]), chain.Event, jet);
            }
        }
    }
}
