using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples;

/// <summary>Decides which clusters of an event become rows.</summary>
/// <source>Physics notes sections 1.3 and 1.6.</source>
public abstract class ClusterSelection
{
    private protected ClusterSelection()
    {
    }

    /// <summary>Whether rows carry the true deposit of every cell, as the derivation of look-up tables needs.</summary>
    internal abstract bool KeepsCellDeposits { get; }

    /// <summary>An instance for one worker alone: jet finding keeps scratch arrays.</summary>
    internal abstract ClusterSelection ForWorker();

    /// <summary>Finds the clusters of the event in work and adds those kept to the rows, in their order.</summary>
    internal abstract void Keep(EventChain chain, ClusterRows rows);
}

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

/// <summary>All clusters that hold energy of a particle gun, the sample of the look-up tables.</summary>
/// <source>Physics notes section 1.6: derived from single neutral and charged pions.</source>
public sealed class ClustersOfParticles : ClusterSelection
{
    internal override bool KeepsCellDeposits => true;

    internal override ClusterSelection ForWorker() => this;

    internal override void Keep(EventChain chain, ClusterRows rows)
    {
        foreach (Cluster cluster in chain.FindClusters().Where(cluster => cluster.Deposit > 0))
        {
            rows.Add(chain.WithMoments(cluster), chain.Event, default);
        }
    }
}
