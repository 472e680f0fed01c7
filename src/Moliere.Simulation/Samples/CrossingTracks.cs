using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Tracking;

namespace Moliere.Simulation.Samples;

/// <summary>
/// Tracks and vertices of bunch crossings: those of the hard collision and of as many others as the calorimeter has in
/// time, drawn from a library. Tracker and calorimeter agree in the number of overlaid collisions, not in which they
/// are. Immutable; shared by all workers.
/// </summary>
/// <source>Physics notes sections 5.1 and 5.4.</source>
public sealed class CrossingTracks
{
    private readonly GeneratedEvent[] _library;
    private readonly ulong _seed;

    /// <summary>Generates the library and keeps the particles that may become tracks.</summary>
    /// <param name="tracker">Acceptance and quality.</param>
    /// <param name="generate">Gives inelastic collision number n; called from several threads.</param>
    /// <param name="count">Collisions of the library, at least 1.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="threads">At most this many threads; at least 1.</param>
    public CrossingTracks(
        TrackerOptions tracker, Func<long, GeneratedEvent> generate, int count, ulong seed, int threads)
    {
        (Simulator, _seed, _library) = (new(tracker, seed), seed, new GeneratedEvent[count]);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            GeneratedEvent collision = generate(i);
            Particle[] seen = [.. collision.Particles.Where(particle => MayBeSeen(particle, tracker))];
            _library[i] = new() { Number = collision.Number, Particles = seen };
        });
    }

    /// <summary>Particles to tracks.</summary>
    internal TrackSimulator Simulator { get; }

    /// <summary>Tracks and vertices of one crossing.</summary>
    /// <param name="hard">The hard collision.</param>
    /// <param name="overlaid">Collisions in the same crossing beside it.</param>
    /// <param name="pass">Repetition number of the event.</param>
    public TrackedEvent Of(GeneratedEvent hard, int overlaid, int pass) =>
        Simulator.Simulate(hard, Others(hard.Number, overlaid, pass), pass);

    /// <summary>The collisions that the crossing of a number has beside its hard one.</summary>
    internal GeneratedEvent[] Others(long number, int overlaid, int pass)
    {
        Rng rng = new Rng(_seed, "crossing of tracks", (ulong)number).Split((ulong)pass);
        var others = new GeneratedEvent[overlaid];
        for (int i = 0; i < overlaid; i++)
        {
            others[i] = _library[rng.NextInt(_library.Length)];
        }

        return others;
    }

    // Resolution moves a particle over the edges of the acceptance by far less than this.
    private static bool MayBeSeen(in Particle particle, TrackerOptions tracker) =>
        PdgId.Charge(particle.PdgId) != 0 && particle.Momentum.Pt > 0.5 * tracker.PtMin
        && Math.Abs(particle.Momentum.Eta) < tracker.EtaMax + 0.5;
}
