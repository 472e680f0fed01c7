using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Samples;

/// <summary>
/// What one worker needs to take events from particles to clusters; its arrays are reused from event to event.
/// </summary>
/// <param name="simulator">Particles to cells.</param>
/// <param name="finder">Cells to clusters.</param>
/// <param name="calorimeter">Holds the cells of the event in work.</param>
/// <source>Physics notes sections 1.1 and 5.</source>
public sealed class EventChain(EventSimulator simulator, TopoClusterFinder finder, CalorimeterEvent calorimeter)
{
    /// <summary>The event in work.</summary>
    internal CalorimeterEvent Event => calorimeter;

    /// <summary>Whether events are turned about the beam.</summary>
    internal bool TurnsEvents => simulator.TurnsEvents;

    /// <summary>What the event in work left behind the calorimeter.</summary>
    internal IReadOnlyList<Leak> Leaks => simulator.Leaks;

    /// <summary>Fills <see cref="Event"/>.</summary>
    internal void Simulate(GeneratedEvent generated, int pass) => simulator.Simulate(generated, pass, calorimeter);

    /// <summary>Particles to cells.</summary>
    internal EventSimulator Simulator => simulator;

    /// <summary>Clusters of <see cref="Event"/> with a seed in some windows, as there.</summary>
    internal IReadOnlyList<Cluster> FindClustersWithin(IReadOnlyList<CellWindow> windows) =>
        finder.FindWithin(calorimeter, windows);

    /// <summary>Clusters of <see cref="Event"/> by decreasing energy, without moments.</summary>
    internal IReadOnlyList<Cluster> FindClusters() => finder.FindWithoutMoments(calorimeter);

    /// <summary>One of the clusters found last, with its moments but the isolation.</summary>
    internal Cluster WithShape(Cluster cluster) => finder.WithShape(cluster, calorimeter);

    /// <summary>One of the clusters found last, with its moments.</summary>
    internal Cluster WithMoments(Cluster cluster) => finder.WithMoments(cluster, calorimeter);
}
