using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>
/// Turns generated events into a cluster table: simulation, clustering and, for collisions, the selection of clusters
/// in jets. Rows are in event order and, within an event, by decreasing cluster energy, whatever the number of threads.
/// </summary>
/// <param name="newChain">Makes the chain of one worker.</param>
/// <source>Physics notes sections 1.1 to 1.3 and 5: simulation, 4-2-0 clustering, clusters in jets.</source>
public sealed class ClusterSampler(Func<EventChain> newChain)
{
    // Parts of a table that is kept in memory; any number gives the same rows.
    private const int EventsPerPart = 512;

    /// <summary>The table of no clusters: the columns of every table without cell deposits.</summary>
    public static Table NoClusters { get; } = ClusterRows.Join([], withCellDeposits: false);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>Simulates and reconstructs events into one table.</summary>
    /// <param name="items">The events; read from one thread at a time.</param>
    /// <param name="selection">Which clusters are kept.</param>
    /// <param name="threads">Number of workers, at least 1.</param>
    /// <param name="advance">
    /// Called with the number of events done since the last call, from any worker; may be null.
    /// </param>
    /// <param name="cancellation">Stops the work between two events.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Table Sample(
        IEnumerable<SampleItem> items, ClusterSelection selection, int threads, Action<int>? advance,
        CancellationToken cancellation)
    {
        var parts = new List<Table> { ClusterRows.Join([], selection.KeepsCellDeposits) };
        Stream(items, selection, EventsPerPart, parts.Add, threads, advance, cancellation);
        return ColumnJoin.Rows(parts);
    }

    /// <summary>
    /// Simulates and reconstructs events and hands their clusters over in parts, in bounded memory: workers wait where
    /// the receiver lags.
    /// </summary>
    /// <param name="items">The events; read from one thread at a time.</param>
    /// <param name="selection">Which clusters are kept.</param>
    /// <param name="eventsPerPart">Events of a part, at least 1; the last part may have fewer.</param>
    /// <param name="write">Takes the parts in order of the events, one at a time, from any worker.</param>
    /// <param name="threads">Number of workers, at least 1.</param>
    /// <param name="advance">
    /// Called with the number of events done since the last call, from any worker; may be null.
    /// </param>
    /// <param name="cancellation">Stops the work between two events.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Stream(
        IEnumerable<SampleItem> items, ClusterSelection selection, int eventsPerPart, Action<Table> write, int threads,
        Action<int>? advance, CancellationToken cancellation)
    {
        using PartLine<SampleItem> line = PartLine.OfEvents(items, eventsPerPart, threads, write);
        Workers.Run(threads, () =>
        {
            EventChain? chain = null;
            ClusterSelection own = selection.ForWorker();
            line.Work(piece =>
            {
                chain ??= newChain();
                ClusterRows rows = Process(chain, piece, own, cancellation);
                advance?.Invoke(piece.Length);
                return ClusterRows.Join([rows], selection.KeepsCellDeposits);
            });
        });
    }

    private ClusterRows Process(
        EventChain chain, SampleItem[] block, ClusterSelection selection, CancellationToken cancellation)
    {
        var rows = new ClusterRows(selection.KeepsCellDeposits);
        foreach (SampleItem item in block)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            GeneratedEvent generated = item.Generate();
            long generatedAt = Stopwatch.GetTimestamp();
            chain.Simulate(generated, item.Pass);
            long simulatedAt = Stopwatch.GetTimestamp();
            selection.Keep(chain, rows);
            Clock.Add(start, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
        }

        return rows;
    }
}
