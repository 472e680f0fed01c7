using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// Turns generated events into a jet table, one row per reconstructed jet: detector with pile-up, topo-clusters,
/// anti-kt jets at EM scale, tracks, muon segments and the jets of particles they come from. Rows are in order of the
/// events and, within one, by decreasing transverse momentum, whatever the number of threads.
/// </summary>
/// <param name="newChain">Makes the chain of one worker; its simulator must not turn events.</param>
/// <param name="options">Jets.</param>
/// <param name="tracks">Makes tracks and vertices.</param>
/// <param name="seed">Seed of the run.</param>
/// <source>Physics notes sections 2.1, 2.2 and 5; jets: arXiv:0802.1189.</source>
public sealed class JetSampler(
    Func<EventChain> newChain, JetSampleOptions options, CrossingTracks tracks, ulong seed)
{
    private long _simulated;

    /// <summary>The table of no jets: all columns this sampler writes.</summary>
    public static Table NoJets { get; } = JetRows.Table([]);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>Events that passed the slice of the options and were simulated, over all samples made so far.</summary>
    public long Simulated => Interlocked.Read(ref _simulated);

    /// <summary>
    /// Makes events and hands their jets over in parts, in bounded memory: workers wait where the receiver lags. Events
    /// outside the slice of the options count as events but have no rows.
    /// </summary>
    /// <param name="items">
    /// The events; read from one thread at a time. Repetitions of one are turned about the beam by a random angle.
    /// </param>
    /// <param name="eventsPerPart">Events of a part, at least 1; the last part may have fewer.</param>
    /// <param name="write">Takes the parts in order of the events, one at a time, from any worker.</param>
    /// <param name="threads">Number of workers, at least 1.</param>
    /// <param name="advance">
    /// Called with the number of events done since the last call, from any worker; may be null.
    /// </param>
    /// <param name="cancellation">Stops the work between two events.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="ArgumentException">The chain turns events.</exception>
    public void Stream(
        IEnumerable<SampleItem> items, int eventsPerPart, Action<Table> write, int threads, Action<int>? advance,
        CancellationToken cancellation)
    {
        using PartLine<SampleItem> line = PartLine.OfEvents(items, eventsPerPart, threads, write);
        Workers.Run(threads, () =>
        {
            JetReconstruction? own = null;
            line.Work(piece =>
            {
                own ??= NewWorker();
                Table rows = Process(piece, own, cancellation);
                advance?.Invoke(piece.Length);
                return rows;
            });
        });
    }

    private JetReconstruction NewWorker()
    {
        EventChain chain = newChain();
        return !chain.TurnsEvents ? new(chain, options, tracks, seed) : throw new ArgumentException(
            $"The chain turns events about the beam ({nameof(Detector.SimulationOptions.RotateAzimuth)}), so that true "
            + "and measured directions would differ; switch that off.", nameof(newChain));
    }

    private Table Process(SampleItem[] piece, JetReconstruction worker, CancellationToken cancellation)
    {
        var jets = new List<JetRecord>();
        foreach (SampleItem item in piece)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            GeneratedEvent generated = TurnedEvent.OfPass(item.Generate(), item.Pass, seed);
            IReadOnlyList<TruthJet> truth = worker.FindTruth(generated);
            long generatedAt = Stopwatch.GetTimestamp(), simulatedAt = generatedAt;
            if (options.Slice is not { } slice || slice.Accepts(truth))
            {
                worker.Chain.Simulate(generated, item.Pass);
                simulatedAt = Stopwatch.GetTimestamp();
                jets.AddRange(worker.Reconstruct(generated, item.Pass, truth));
                Interlocked.Increment(ref _simulated);
            }

            Clock.Add(start, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
        }

        return JetRows.Table(jets);
    }
}
