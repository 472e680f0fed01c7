using Moliere.Numerics.Random;

namespace Moliere.Learning.Trees.Growth;

/// <summary>Which rows a round and which features a tree sees; functions of seed and number only.</summary>
internal static class Draws
{
    /// <summary>Draws each row by itself.</summary>
    /// <param name="isTaken">Filled [N].</param>
    /// <param name="share">Probability of each.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="round">Number of the round.</param>
    /// <source>Friedman, Comput. Stat. Data Anal. 38 (2002) 367.</source>
    public static void Rows(bool[] isTaken, double share, ulong seed, int round)
    {
        var rng = new Rng(seed, "boosting rows", (ulong)round);
        double limit = share * uint.MaxValue;
        for (int row = 0; row < isTaken.Length; row++)
        {
            isTaken[row] = rng.NextUInt() < limit;
        }
    }

    /// <summary>Draws features without repetition, at least one.</summary>
    /// <param name="features">F.</param>
    /// <param name="share">Of them.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="tree">Number of the tree.</param>
    public static bool[] Columns(int features, double share, ulong seed, int tree)
    {
        var rng = new Rng(seed, "boosting features", (ulong)tree);
        var isTaken = new bool[features];
        int wanted = Math.Clamp((int)Math.Round(share * features), 1, features);
        for (int feature = 0; feature < features; feature++)
        {
            int left = features - feature;
            isTaken[feature] = wanted > 0 && (wanted == left || rng.NextInt(left) < wanted);
            wanted -= isTaken[feature] ? 1 : 0;
        }

        return isTaken;
    }
}
