using Moliere.Numerics.Random;

namespace Moliere.Learning.Training;

/// <summary>
/// The order in which an epoch visits the rows: a function of seed, epoch and number of rows only, so that a resume
/// finds it again, and so that rows on the disk and in memory are visited alike. Up to a window of rows any order is
/// equally likely; beyond, whole blocks of neighbours are dealt to windows at random and each window is shuffled, so
/// that what is visited together lies in few pages.
/// </summary>
internal static class Shuffle
{
    /// <summary>Rows that are shuffled at a time: 80 MB of 17 features, far beyond any batch.</summary>
    public const int WindowRows = 1 << 20;

    /// <summary>Neighbouring rows that go to a window together: some tens of kilobytes on the disk.</summary>
    public const int BlockRows = 1 << 10;

    /// <summary>Fills a permutation.</summary>
    /// <source>Durstenfeld, Comm. ACM 7 (1964) 420.</source>
    public static void Fill(Span<int> order, ulong seed, int epoch)
    {
        var rng = new Rng(seed, "row order", (ulong)epoch);
        if (order.Length <= WindowRows)
        {
            Fill(order, ref rng);
            return;
        }

        var blocks = new int[(order.Length + BlockRows - 1) / BlockRows];
        Fill(blocks, ref rng);
        int at = 0;
        foreach (int block in blocks)
        {
            for (int row = block * BlockRows, end = Math.Min(order.Length, row + BlockRows); row < end; row++)
            {
                order[at++] = row;
            }
        }

        for (int first = 0; first < order.Length; first += WindowRows)
        {
            Mix(order.Slice(first, Math.Min(WindowRows, order.Length - first)), ref rng);
        }
    }

    /// <summary>
    /// Fills a permutation that keeps groups of consecutive rows together and in order; with groups of one row the same
    /// as <see cref="Fill(Span{int}, ulong, int)"/>.
    /// </summary>
    public static void FillGroups(Span<int> order, int groupSize, ulong seed, int epoch)
    {
        int groups = order.Length / groupSize;
        Fill(order[..groups], seed, epoch);
        for (int group = groups - 1; group >= 0; group--)
        {
            int first = order[group] * groupSize;
            for (int i = groupSize - 1; i >= 0; i--)
            {
                order[(group * groupSize) + i] = first + i;
            }
        }
    }

    private static void Fill(Span<int> order, ref Rng rng)
    {
        for (int i = 0; i < order.Length; i++)
        {
            int j = rng.NextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static void Mix(Span<int> order, ref Rng rng)
    {
        for (int left = order.Length; left > 1; left--)
        {
            int j = rng.NextInt(left);
            (order[j], order[left - 1]) = (order[left - 1], order[j]);
        }
    }
}
