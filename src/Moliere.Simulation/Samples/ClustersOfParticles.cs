using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples;

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
