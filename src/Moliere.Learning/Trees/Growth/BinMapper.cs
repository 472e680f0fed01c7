namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Cuts a feature into bins of about equal weight, each distinct value into its own where they are few. A value that
/// is heavier than a bin gets one for itself and the others share what is left. Cuts lie half-way between neighbouring
/// values. Negative weights count by their size here: their rows need bins as well.
/// </summary>
/// <source>arXiv:1603.02754, section 3.3 (weighted quantiles as candidates); here exact instead of sketched.</source>
internal static class BinMapper
{
    /// <summary>Cuts of one feature.</summary>
    /// <param name="rows">Rows to cut; a value of weight 0 counts like any other where bins suffice for all.</param>
    /// <param name="feature">Its number.</param>
    /// <param name="bins">Bins at most, one of them for missing values where there are some; at least 2.</param>
    public static FeatureCuts Cut(TreeRows rows, int feature, int bins)
    {
        var words = new ulong[2 * rows.RowCount];
        int count = 0;
        for (int row = 0, at = feature; row < rows.RowCount; row++, at += rows.FeatureCount)
        {
            float value = rows.Features[at];
            words[count] = KeyedWeights.Pack(value, Math.Abs(rows.Weight(row)));
            count += float.IsNaN(value) ? 0 : 1;
        }

        KeyedWeights.Sort(words.AsSpan(0, count), words.AsSpan(rows.RowCount));
        bool hasMissing = count < rows.RowCount;
        List<float> cuts = count == 0 ? [] : Between(words.AsSpan(0, count), hasMissing ? bins - 1 : bins);
        if (hasMissing && count > 0)
        {
            cuts.Add(float.MaxValue); // A split there tells rows with the feature from those without.
        }

        return new([.. cuts], hasMissing);
    }

    private static List<float> Between(ReadOnlySpan<ulong> sorted, int bins)
    {
        (List<float> values, List<double> weights) = Distinct(sorted);
        double left = weights.Sum(), filled = 0, fair = left / bins;
        var cuts = new List<float>(bins);
        bool isExact = values.Count <= bins;
        for (int i = 0; i + 1 < values.Count && cuts.Count < bins - 1; i++)
        {
            filled += weights[i];
            if (isExact || filled + (weights[i + 1] / 2) >= fair)
            {
                cuts.Add(Middle(values[i], values[i + 1]));
                left -= filled;
                filled = 0;
                fair = left / (bins - cuts.Count);
            }
        }

        return cuts;
    }

    private static (List<float> Values, List<double> Weights) Distinct(ReadOnlySpan<ulong> sorted)
    {
        var values = new List<float>();
        var weights = new List<double>();
        foreach (ulong word in sorted)
        {
            float value = KeyedWeights.Value(word);
            if (values.Count == 0 || value != values[^1])
            {
                values.Add(value);
                weights.Add(0);
            }

            weights[^1] += KeyedWeights.Weight(word);
        }

        return (values, weights);
    }

    // Above the lower value, so that x < cut tells the two apart whatever the rounding.
    private static float Middle(float low, float high)
    {
        float middle = (float)(((double)low + high) / 2);
        return middle > low ? middle : high;
    }
}
