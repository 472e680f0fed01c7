using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Partners from other events. A calibration that really measures jets better leaves the asymmetry of shuffled pairs as
/// wide as the spectrum; one that gives all jets the same momentum narrows it as well.
/// </summary>
/// <source>Physics notes section 2.4, the test of a genuine gain.</source>
public static class ShuffledPairs
{
    /// <summary>A row of another event for every row: a random cycle through all of them.</summary>
    /// <param name="rows">Rows to deal among; with fewer than two nobody has another partner.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="shuffle">Number of the shuffle; another one deals anew.</param>
    /// <returns>Partner of each entry of <paramref name="rows"/>, in their order.</returns>
    public static int[] Partners(ReadOnlySpan<int> rows, ulong seed, ulong shuffle = 0)
    {
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        var rng = new Rng(seed, "shuffled pairs", shuffle);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = rng.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var partners = new int[rows.Length];
        for (int i = 0; i < order.Length; i++)
        {
            partners[order[i]] = rows[order[(i + 1) % order.Length]];
        }

        return partners;
    }
}
