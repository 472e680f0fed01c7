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
    // Large enough that joining blocks costs nothing, small enough to share evenly.
    private const int EventsPerBlock = 16;

    /// <summary>The table of no clusters: the columns of every table without cell deposits.</summary>
    public static Table NoClusters { get; } = ClusterRows.Join([], withCellDeposits: false);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>Simulates and reconstructs events.</summary>
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
        using var blocks = items.Chunk(EventsPerBlock).GetEnumerator();
        var done = new SortedList<int, ClusterRows>();
        int next = 0;
        bool isBroken = false;

        bool TryTake(out int index, out SampleItem[] block)
        {
            lock (done)
            {
                (index, bool isLeft) = (next++, !isBroken && blocks.MoveNext());
                block = isLeft ? blocks.Current : [];
                return isLeft;
            }
        }

        void Work()
        {
            try
            {
                ProcessBlocks();
            }
            catch
            {
                // The result is lost: the other workers need not finish the sample before the error is told.
                lock (done)
                {
                    isBroken = true;
                }

                throw;
            }
        }

        void ProcessBlocks()
        {
            EventChain chain = newChain();
            ClusterSelection own = selection.ForWorker();
            while (TryTake(out int index, out SampleItem[] block))
            {
                ClusterRows rows = Process(chain, block, own, cancellation);
                lock (done)
                {
                    done.Add(index, rows);
                }

                advance?.Invoke(block.Length);
            }
        }

        Workers.Run(threads, Work);
        return ClusterRows.Join([.. done.Values], selection.KeepsCellDeposits);
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
