using Moliere.Learning.Trees.Growth;

namespace Moliere.Learning.Trees.Objectives;

/// <summary>Weighted quantiles: the lowest value up to which the weights reach their share of the sum.</summary>
internal static class TargetQuantile
{
    /// <summary>Quantile of the targets.</summary>
    /// <param name="rows">At least one; negative weights count as 0.</param>
    /// <param name="probability">Inside (0, 1).</param>
    public static float Of(TreeRows rows, double probability)
    {
        var words = new ulong[rows.RowCount];
        for (int row = 0; row < words.Length; row++)
        {
            words[row] = KeyedRows.Pack(rows.Targets[row], row);
        }

        return Of(words, rows, probability);
    }

    /// <summary>Quantile of values with the weights of their rows.</summary>
    /// <param name="words">Values and rows, at least one; sorted on return.</param>
    /// <param name="rows">Where the weights are.</param>
    /// <param name="probability">Inside (0, 1).</param>
    public static float Of(Span<ulong> words, TreeRows rows, double probability)
    {
        KeyedRows.Sort(words, new ulong[words.Length]);
        double sum = 0;
        foreach (ulong word in words)
        {
            sum += Math.Max(0, rows.Weight(KeyedRows.Row(word)));
        }

        double left = probability * sum;
        foreach (ulong word in words)
        {
            left -= Math.Max(0, rows.Weight(KeyedRows.Row(word)));
            if (left <= 0)
            {
                return KeyedRows.Value(word);
            }
        }

        return KeyedRows.Value(words[^1]);
    }
}
