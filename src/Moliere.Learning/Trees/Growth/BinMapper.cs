namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Cuts a feature into bins of about equal weight, each distinct value into its own where they are few. A value that
/// is heavier than a bin gets one for itself and the others share what is left. Cuts lie half-way between neighbouring
/// values. Negative weights count by their size here: their rows need bins as well.
/// </summary>
/// <param name="rows">Rows to cut and bin.</param>
/// <param name="bins">Bins at most, one of them for missing values where there are some; at least 2.</param>
/// <source>arXiv:1603.02754, section 3.3 (weighted quantiles as candidates); here exact instead of sketched.</source>
internal sealed class BinMapper(TreeRows rows, int bins)
{
    private readonly ulong[] _words = new ulong[rows.RowCount];
    private readonly ulong[] _scratch = new ulong[rows.RowCount];

    /// <summary>Cuts a feature and fills the bins of its rows.</summary>
    /// <param name="feature">Its number.</param>
    /// <param name="column">Receives the bin of row i at i times the stride.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    public FeatureCuts Map(int feature, Span<byte> column, int stride)
    {
        Span<ulong> sorted = Sort(feature, column, stride);
        bool hasMissing = sorted.Length < rows.RowCount;
        List<float> cuts = sorted.IsEmpty ? [] : Between(sorted, hasMissing ? bins - 1 : bins);
        if (hasMissing && !sorted.IsEmpty)
        {
            cuts.Add(float.MaxValue); // A split there tells rows with the feature from those without.
        }

        int bin = 0;
        foreach (ulong word in sorted)
        {
            while (bin < cuts.Count && KeyedRows.Value(word) >= cuts[bin])
            {
                bin++;
            }

            column[KeyedRows.Row(word) * stride] = (byte)bin;
        }

        return new([.. cuts], hasMissing);
    }

    // Rows without the feature are binned here, as they are not among the sorted ones.
    private Span<ulong> Sort(int feature, Span<byte> column, int stride)
    {
        int count = 0;
        for (int row = 0, at = feature; row < rows.RowCount; row++, at += rows.FeatureCount)
        {
            float value = rows.Features[at];
            if (float.IsNaN(value))
            {
                column[row * stride] = FeatureCuts.MissingBin;
                continue;
            }

            _words[count++] = KeyedRows.Pack(value, row);
        }

        Span<ulong> sorted = _words.AsSpan(0, count);
        KeyedRows.Sort(sorted, _scratch);
        return sorted;
    }

    private List<float> Between(ReadOnlySpan<ulong> sorted, int most)
    {
        bool isExact = HasAtMost(most, sorted);
        double left = 0, filled = 0;
        foreach (ulong word in sorted)
        {
            left += Math.Abs(rows.Weight(KeyedRows.Row(word)));
        }

        var cuts = new List<float>(most);
        (int at, double weight) = Run(sorted, 0);
        for (double fair = left / most; at < sorted.Length && cuts.Count < most - 1;)
        {
            filled += weight;
            (int next, double nextWeight) = Run(sorted, at);
            if (isExact || filled + (nextWeight / 2) >= fair)
            {
                cuts.Add(Middle(KeyedRows.Value(sorted[at - 1]), KeyedRows.Value(sorted[at])));
                (left, filled) = (left - filled, 0);
                fair = left / (most - cuts.Count);
            }

            (at, weight) = (next, nextWeight);
        }

        return cuts;
    }

    private static bool HasAtMost(int most, ReadOnlySpan<ulong> sorted)
    {
        int distinct = 1;
        for (int i = 1; i < sorted.Length && distinct <= most; i++)
        {
            distinct += sorted[i] >> 32 != sorted[i - 1] >> 32 ? 1 : 0;
        }

        return distinct <= most;
    }

    // Where the next value begins, and the weight of the one that begins here.
    private (int Next, double Weight) Run(ReadOnlySpan<ulong> sorted, int first)
    {
        double weight = 0;
        int at = first;
        for (; at < sorted.Length && sorted[at] >> 32 == sorted[first] >> 32; at++)
        {
            weight += Math.Abs(rows.Weight(KeyedRows.Row(sorted[at])));
        }

        return (at, weight);
    }

    // Above the lower value, so that x < cut tells the two apart whatever the rounding.
    private static float Middle(float low, float high)
    {
        float middle = (float)(((double)low + high) / 2);
        return middle > low ? middle : high;
    }
}
