using Moliere.Numerics.Random;

namespace Moliere.Learning.Training;

/// <summary>
/// The order in which an epoch visits the rows: a function of seed and epoch only, so that a resume finds it again.
/// </summary>
internal static class Shuffle
{
    /// <summary>Fills a permutation.</summary>
    /// <source>Durstenfeld, Comm. ACM 7 (1964) 420.</source>
    public static void Fill(Span<int> order, ulong seed, int epoch)
    {
        var rng = new Rng(seed, "row order", (ulong)epoch);
        for (int i = 0; i < order.Length; i++)
        {
            int j = rng.NextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
