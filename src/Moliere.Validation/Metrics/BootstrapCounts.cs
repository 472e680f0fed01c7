using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Poisson bootstrap: in every replica each event is taken k times, k Poisson distributed with mean 1. The numbers
/// depend on (seed, event, replica) only, so that all bins, methods and threads see the same replicas and ratios
/// keep their correlations.
/// </summary>
/// <source>Chamandy et al., "Estimating uncertainty for massive data streams" (2012), section 3.</source>
internal sealed class BootstrapCounts
{
    // Poisson distribution function of mean 1 at 0..9, in units of 2^-32; the rest of the tail has probability 1e-7
    // and counts 10.
    private static readonly uint[] Thresholds = MakeThresholds();

    private readonly byte[] _counts;
    private readonly int _groupCount;

    private BootstrapCounts(int[] groups, byte[] counts, int groupCount, int replicas) =>
        (Groups, _counts, _groupCount, Replicas) = (groups, counts, groupCount, replicas);

    /// <summary>Group of each row, numbered in order of first appearance.</summary>
    public int[] Groups { get; }

    /// <summary>Number of replicas.</summary>
    public int Replicas { get; }

    /// <summary>Draws the replicas.</summary>
    /// <param name="events">Event of each row; null makes every row its own group.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    public static BootstrapCounts Draw(ulong[]? events, int rows, MetricsOptions options)
    {
        var numberOf = new Dictionary<ulong, int>();
        var labels = new List<ulong>();
        var groups = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            ulong label = events?[row] ?? (ulong)row;
            if (!numberOf.TryGetValue(label, out groups[row]))
            {
                numberOf.Add(label, labels.Count);
                groups[row] = labels.Count;
                labels.Add(label);
            }
        }

        var counts = new byte[(long)labels.Count * options.Replicas];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Parallel.For(0, labels.Count, parallel, group => Fill(counts, labels, group, options));
        return new BootstrapCounts(groups, counts, labels.Count, options.Replicas);
    }

    /// <summary>How often each group is taken in a replica.</summary>
    /// <param name="replica">In [0, replicas).</param>
    public ReadOnlySpan<byte> Of(int replica) => new(_counts, replica * _groupCount, _groupCount);

    private static void Fill(byte[] counts, List<ulong> labels, int group, MetricsOptions options)
    {
        var rng = new Rng(options.Seed, "bootstrap", labels[group]);
        for (int replica = 0; replica < options.Replicas; replica++)
        {
            uint word = rng.NextUInt();
            byte count = 0;
            while (count < Thresholds.Length && word >= Thresholds[count])
            {
                count++;
            }

            counts[((long)replica * labels.Count) + group] = count;
        }
    }

    private static uint[] MakeThresholds()
    {
        var thresholds = new uint[10];
        double term = Math.Exp(-1), sum = 0;
        for (int k = 0; k < thresholds.Length; k++)
        {
            sum += term;
            thresholds[k] = (uint)Math.Min(sum * 4294967296.0, uint.MaxValue);
            term /= k + 1;
        }

        return thresholds;
    }
}
