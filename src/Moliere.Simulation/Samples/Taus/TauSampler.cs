using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Taus;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>
/// Turns generated events into a tau table, one row per candidate that is matched to a true hadronic tau decay.
/// Pile-up, noise, tracks and vertices of a crossing are made once and shared by many hard collisions; only the
/// surroundings of true taus are reconstructed. Rows are in order of crossings and events, whatever the number of
/// threads.
/// </summary>
/// <remarks>
/// Taus of one crossing lie in the same pile-up, at places of their own: a sample is to be split by crossing. With the
/// shipped 60 pairs in a crossing the cores of their taus, 0.2 wide, cover 0.34 of the acceptance, so a piece of
/// pile-up is met by 0.34 taus on average, and 0.84 times as many pieces are met as there are taus. The mean number
/// of collisions, the density and the vertices are the same for all of a crossing. Cells have no times.
/// </remarks>
/// <param name="newChain">Makes the chain of one worker; its simulator must not turn events.</param>
/// <param name="newScale">Makes the local weighting of one worker.</param>
/// <param name="options">True taus and windows around them.</param>
/// <param name="taus">How candidates are found.</param>
/// <param name="tracks">Makes tracks and vertices.</param>
/// <param name="seed">Seed of the run.</param>
/// <source>Physics notes sections 3.1, 3.2 and 5; overlay of premixed crossings: arXiv:2102.09495.</source>
public sealed class TauSampler(
    Func<EventChain> newChain, Func<Func<Cluster, CalorimeterEvent, ClusterScale>> newScale, TauSampleOptions options,
    TauOptions taus, CrossingTracks tracks, ulong seed)
{
    private long _trueTaus;

    /// <summary>The table of no taus: all columns this sampler writes.</summary>
    public static Table NoTaus { get; } = TauRows.Table([]);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>True taus that were looked for, over all samples made so far.</summary>
    public long TrueTaus => Interlocked.Read(ref _trueTaus);

    /// <summary>
    /// Makes crossings with their events and hands the taus over in parts, in bounded memory: workers wait where the
    /// receiver lags. Events without a true tau in acceptance have no rows.
    /// </summary>
    /// <param name="crossings">
    /// The crossings; read from one thread at a time. Repetitions of an event are turned about the beam by a random
    /// angle.
    /// </param>
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
        IEnumerable<CrossingItem> crossings, int crossingsPerPart, Action<Table> write, int threads,
        Action<int>? advance, CancellationToken cancellation)
    {
        using var line = new PartLine<CrossingItem>(crossings, crossingsPerPart, itemsPerPiece: 1, threads, write);
        Workers.Run(threads, () =>
        {
            TauReconstruction? own = null;
            line.Work(piece =>
            {
                own ??= NewWorker();
                var rows = new List<TauRecord>();
                foreach (CrossingItem crossing in piece)
                {
                    Process(crossing, own, rows, cancellation);
                }

                advance?.Invoke(piece.Length);
                return TauRows.Table(rows);
            });
        });
    }

    private TauReconstruction NewWorker()
    {
        EventChain chain = newChain();
        return !chain.TurnsEvents ? new(chain, options, taus, tracks, newScale()) : throw new ArgumentException(
            $"The chain turns events about the beam ({nameof(Detector.SimulationOptions.RotateAzimuth)}), so that true "
            + "and measured directions would differ; switch that off.", nameof(newChain));
    }

    private void Process(
        CrossingItem crossing, TauReconstruction worker, List<TauRecord> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        worker.Begin(crossing.Number);
        long simulatedAt = Stopwatch.GetTimestamp();
        worker.MeasureCrossing();
        Clock.Add(start, start, simulatedAt, Stopwatch.GetTimestamp());
        foreach (SampleItem item in crossing.Events)
        {
            cancellation.ThrowIfCancellationRequested();
            Process(item, worker, rows);
        }
    }

    private void Process(in SampleItem item, TauReconstruction worker, List<TauRecord> rows)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratedEvent generated = TurnedEvent.OfPass(item.Generate(), item.Pass, seed);
        IReadOnlyList<TrueTau> truth = worker.FindTruth(generated);
        long generatedAt = Stopwatch.GetTimestamp(), simulatedAt = generatedAt;
        if (truth.Count > 0)
        {
            Interlocked.Add(ref _trueTaus, truth.Count);
            worker.Simulate(generated, item.Pass);
            simulatedAt = Stopwatch.GetTimestamp();
            rows.AddRange(worker.Reconstruct(generated, item.Pass, truth));
        }

        Clock.Add(start, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
    }
}
