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
