using System.Diagnostics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>
/// Turns generated events into a table of trimmed large-radius jets with their substructure: of events with a W or Z
/// the jet of that boson, of all others the two hardest. Pile-up and noise of a crossing are made once and shared by
/// many hard collisions; only the surroundings of the jets are simulated. Rows are in order of crossings and events,
/// whatever the number of threads.
/// </summary>
/// <remarks>
/// Jets of one crossing lie in the same pile-up, at places of their own: a sample is to be split by crossing. Jets are
/// of topo-clusters at EM scale times a factor, seen from the vertex of the hard collision.
/// </remarks>
/// <param name="newChain">Makes a chain of one worker, with or without pile-up; it must not turn events.</param>
/// <param name="options">Jets and windows around them.</param>
/// <param name="seed">Seed of the run.</param>
/// <source>
/// ATL-PHYS-PUB-2018-014, section 3; arXiv:1808.07858, section 4; overlay of premixed crossings: arXiv:2102.09495.
/// </source>
public sealed class BoostedJetSampler(Func<bool, EventChain> newChain, BoostedSampleOptions options, ulong seed)
{
    private long _wanted;

    /// <summary>The table of no jets: all columns this sampler writes.</summary>
    public static Table NoJets { get; } = BoostedRows.Table([]);

    /// <summary>Processor time by step, over all samples made so far.</summary>
    public SampleClock Clock { get; } = new();

    /// <summary>Jets of particles that were looked for, over all samples made so far.</summary>
    public long Wanted => Interlocked.Read(ref _wanted);

    /// <summary>
    /// Makes crossings with their events and hands the jets over in parts, in bounded memory: workers wait where the
    /// receiver lags. Events without a jet in acceptance have no rows.
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
            var own = new Dictionary<bool, BoostedReconstruction>();
            line.Work(piece =>
            {
                var rows = new List<BoostedRecord>();
                foreach (CrossingItem crossing in piece)
                {
                    Process(crossing, WorkerFor(crossing.Number, own), rows, cancellation);
                }

                advance?.Invoke(piece.Length);
                return BoostedRows.Table(rows);
            });
        });
    }

    private BoostedReconstruction WorkerFor(long crossing, Dictionary<bool, BoostedReconstruction> own)
    {
        bool hasPileup = options.Pileup == BoostedPileup.Always
            || (options.Pileup == BoostedPileup.Both && crossing % 2 == 0);
        return own.TryGetValue(hasPileup, out BoostedReconstruction? worker)
            ? worker : own[hasPileup] = NewWorker(hasPileup);
    }

    private BoostedReconstruction NewWorker(bool hasPileup)
    {
        EventChain chain = newChain(hasPileup);
        return !chain.TurnsEvents ? new(chain, options) : throw new ArgumentException(
            $"The chain turns events about the beam ({nameof(Detector.SimulationOptions.RotateAzimuth)}), so that true "
            + "and measured directions would differ; switch that off.", nameof(newChain));
    }

    private void Process(
        CrossingItem crossing, BoostedReconstruction worker, List<BoostedRecord> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        worker.Begin(crossing.Number);
        long simulatedAt = Stopwatch.GetTimestamp();
        Clock.Add(start, start, simulatedAt, simulatedAt);
        foreach (SampleItem item in crossing.Events)
        {
            cancellation.ThrowIfCancellationRequested();
            Process(item, worker, rows);
        }
    }

    private void Process(in SampleItem item, BoostedReconstruction worker, List<BoostedRecord> rows)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratedEvent generated = TurnedEvent.OfPass(item.Generate(), item.Pass, seed);
        IReadOnlyList<WantedJet> wanted = worker.FindTruth(generated);
        long generatedAt = Stopwatch.GetTimestamp(), simulatedAt = generatedAt;
        if (wanted.Count > 0)
        {
            Interlocked.Add(ref _wanted, wanted.Count);
            worker.Simulate(generated, item.Pass, wanted);
            simulatedAt = Stopwatch.GetTimestamp();
            rows.AddRange(worker.Reconstruct(generated, wanted));
        }

        Clock.Add(start, generatedAt, simulatedAt, Stopwatch.GetTimestamp());
    }
}
