using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// Makes tables of jets for the search for displaced jets, one row per jet with its clusters, tracks and muon segments.
/// Pile-up, noise and tracks of a crossing are made once and shared by many events of one sample; only the surroundings
/// of what an event left in the calorimeter are reconstructed. Rows are in order of crossings and events and, within
/// one, by decreasing transverse momentum, whatever the number of threads.
/// </summary>
/// <remarks>
/// Jets of one crossing lie in the same pile-up, at places of their own: a sample is to be split by crossing. The time
/// of a cluster is its true delay and a draw of a kernel, which for pseudo-data is another than for simulation; that is
/// the only difference between the two. Pile-up has no delays of its own: the tail of the kernel stands for it.
/// </remarks>
/// <param name="newChain">Makes the chain of one worker; its simulator must not turn events.</param>
/// <param name="events">Generates.</param>
/// <param name="options">Rows and what is kept of their surroundings.</param>
/// <param name="tracks">Makes tracks and vertices.</param>
/// <param name="seed">Seed of the run.</param>
/// <source>
/// arXiv:2203.01009, section 5; physics notes on tagging, section 9; overlay of premixed crossings: arXiv:2102.09495.
/// </source>
public sealed class DisplacedSampler(
    Func<EventChain> newChain, DisplacedGenerator events, DisplacedSampleOptions options, CrossingTracks tracks,
    ulong seed)
{
    /// <summary>The table of no jets: all columns this sampler writes.</summary>
    public static Table NoJets { get; } = DisplacedRows.Table([]);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>
    /// Makes crossings with their events and hands the jets over in parts, in bounded memory: workers wait where the
    /// receiver lags. Events without a jet that becomes a row leave nothing.
    /// </summary>
    /// <param name="crossings">The crossings; read from one thread at a time.</param>
    /// <param name="crossingsPerPart">Crossings of a part, at least 1; the last part may have fewer.</param>
    /// <param name="write">Takes the parts in order of the crossings, one at a time, from any worker.</param>
    /// <param name="threads">Number of workers, at least 1.</param>
    /// <param name="advance">
    /// Called with the number of crossings done since the last call, from any worker; may be null.
    /// </param>
    /// <param name="cancellation">Stops the work between two events.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="ArgumentException">The chain turns events.</exception>
    public void Stream(
        IEnumerable<DisplacedCrossing> crossings, int crossingsPerPart, Action<Table> write, int threads,
        Action<int>? advance, CancellationToken cancellation)
    {
        using var line = new PartLine<DisplacedCrossing>(crossings, crossingsPerPart, itemsPerPiece: 1, threads, write);
        Workers.Run(threads, () =>
        {
            DisplacedReconstruction? own = null;
            line.Work(piece =>
            {
                own ??= NewWorker();
                var rows = new List<DisplacedRecord>();
                foreach (DisplacedCrossing crossing in piece)
                {
                    Process(crossing, own, rows, cancellation);
                }

                advance?.Invoke(piece.Length);
                return DisplacedRows.Table(rows);
            });
        });
    }

    private DisplacedReconstruction NewWorker()
    {
        EventChain chain = newChain();
        return !chain.TurnsEvents ? new(chain, events, options, tracks, seed) : throw new ArgumentException(
            $"The chain turns events about the beam ({nameof(SimulationOptions.RotateAzimuth)}), so that true and "
            + "measured directions would differ; switch that off.", nameof(newChain));
    }

    private void Process(
        DisplacedCrossing crossing, DisplacedReconstruction worker, List<DisplacedRecord> rows,
        CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        worker.Begin(crossing);
        long begun = Stopwatch.GetTimestamp();
        Clock.Add(start, start, begun, begun);
        for (int i = 0; i < crossing.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            long before = Stopwatch.GetTimestamp();
            GeneratedEvent? wanted = worker.Select(events.Generate(crossing.Sample, crossing.FirstEvent + i));
            long generatedAt = Stopwatch.GetTimestamp(), simulatedAt = generatedAt;
            if (wanted is not null)
            {
                CellDeposits deposits = worker.Simulate(wanted);
                simulatedAt = Stopwatch.GetTimestamp();
                rows.AddRange(worker.Reconstruct(wanted, deposits));
            }

            Clock.Add(before, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
        }
    }
}
