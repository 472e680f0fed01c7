using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>
/// Turns generated events into an event table, one row per event: what the generator knows and, with a detector, what
/// the detector makes of it. Rows are in order of the events, whatever the number of threads.
/// </summary>
/// <param name="newChain">Makes the chain of one worker; null leaves out the detector.</param>
/// <param name="options">Jets.</param>
/// <param name="tracks">Makes tracks; null leaves them out, as without a detector.</param>
/// <source>Physics notes section 5; jets: arXiv:0802.1189.</source>
public sealed class EventSampler(
    Func<EventChain>? newChain, EventSampleOptions options, CrossingTracks? tracks = null)
{
    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>The table of no events: all columns this sampler writes.</summary>
    public Table NoEvents => Make(new TruthRows(), newChain is null ? null : new DetectorRows(options, tracks));

    /// <summary>
    /// Makes events and hands their rows over in parts, in bounded memory: workers wait where the receiver lags.
    /// </summary>
    /// <param name="items">The events; read from one thread at a time.</param>
    /// <param name="eventsPerPart">Events of a part, at least 1; the last part may have fewer.</param>
    /// <param name="write">Takes the parts in order of the events, one at a time, from any worker.</param>
    /// <param name="threads">Number of workers, at least 1.</param>
    /// <param name="advance">
    /// Called with the number of events done since the last call, from any worker; may be null.
    /// </param>
    /// <param name="cancellation">Stops the work between two events.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Stream(
        IEnumerable<SampleItem> items, int eventsPerPart, Action<Table> write, int threads, Action<int>? advance,
        CancellationToken cancellation)
    {
        using PartLine<SampleItem> line = PartLine.OfEvents(items, eventsPerPart, threads, write);
        Workers.Run(threads, () =>
        {
            var jets = new TruthJetFinder(options);
            EventChain? chain = null;
            line.Work(piece =>
            {
                chain ??= newChain?.Invoke();
                Table rows = Process(piece, chain, jets, cancellation);
                advance?.Invoke(piece.Length);
                return rows;
            });
        });
    }

    private Table Process(SampleItem[] piece, EventChain? chain, TruthJetFinder finder, CancellationToken cancellation)
    {
        var truth = new TruthRows();
        DetectorRows? detector = chain is null ? null : new(options, tracks);
        foreach (SampleItem item in piece)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            GeneratedEvent generated = item.Generate();
            IReadOnlyList<TruthJet> jets = finder.Find(generated);
            truth.Add(generated, jets);
            long generatedAt = Stopwatch.GetTimestamp(), simulatedAt = generatedAt;
            if (chain is not null)
            {
                chain.Simulate(generated, item.Pass);
                simulatedAt = Stopwatch.GetTimestamp();
                detector!.Add(generated, item.Pass, chain, jets);
            }

            Clock.Add(start, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
        }

        return Make(truth, detector);
    }

    private static Table Make(TruthRows truth, DetectorRows? detector) =>
        new([.. truth.Columns(), .. detector?.Columns() ?? []]);
}
