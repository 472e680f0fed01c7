using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Pileup;

/// <summary>Simulated minimum-bias collisions, stored sparse and shared by all workers. Immutable.</summary>
/// <source>Physics notes 5.4.</source>
public sealed class PileupLibrary
{
    private PileupLibrary(DetectorModel detector, CollisionCells[] collisions) =>
        (Detector, Collisions) = (detector, collisions);

    /// <summary>Number of collisions.</summary>
    public int Count => Collisions.Length;

    /// <summary>Mean number of stored cells per collision.</summary>
    public double MeanCells => Collisions.Average(c => (double)c.Cells.Length);

    /// <summary>Mean signal per collision at EM scale [GeV].</summary>
    public double MeanSignal => Collisions.Average(c => (double)c.Signals.Sum());

    /// <summary>Cells of the detector.</summary>
    internal CaloGeometry Geometry => Detector.Geometry;

    /// <summary>The detector the collisions were simulated in.</summary>
    internal DetectorModel Detector { get; }

    /// <summary>The collisions.</summary>
    internal CollisionCells[] Collisions { get; }

    /// <summary>Simulates collisions 0 to LibrarySize - 1; the same bits for any number of threads.</summary>
    /// <param name="detector">Detector.</param>
    /// <param name="options">Size and thinning.</param>
    /// <param name="generate">Gives collision number n; called from several threads.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="threads">At most this many threads; at least 1.</param>
    public static PileupLibrary Build(
        DetectorModel detector, PileupOptions options, Func<long, GeneratedEvent> generate, ulong seed, int threads)
    {
        var collisions = new CollisionCells[options.LibrarySize];
        Parallel.For(
            0,
            collisions.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new CellDeposits(detector.Geometry.CellCount),
            (i, _, cells) =>
            {
                var rng = new Rng(seed, "pile-up shower", (ulong)i);
                cells.Clear();
                new ParticleTransport(detector, cells).Send(generate(i), 0, rng);
                collisions[i] = CollisionCells.From(
                    detector.Geometry, cells, (float)options.SmallestSignificance, ref rng);
                return cells;
            },
            _ => { });
        return new(detector, collisions);
    }
}
