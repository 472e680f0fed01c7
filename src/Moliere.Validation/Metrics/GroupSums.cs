namespace Moliere.Validation.Metrics;

/// <summary>The quantities of one row.</summary>
/// <param name="row">Row of the sample.</param>
/// <param name="values">Receives one number per quantity.</param>
/// <returns>Whether the row counts.</returns>
internal delegate bool RowQuantities(int row, Span<double> values);

/// <summary>
/// Weighted sums of quantities per resampling group: what a bootstrap of means needs, at the cost of a group rather
/// than of a row for each replica.
/// </summary>
internal sealed class GroupSums
{
    private readonly int _width;
    private readonly List<int> _groups = [];
    private readonly List<double> _sums = []; // per group: weight, then weight times each quantity

    /// <summary>Sums over the rows of a bin.</summary>
    /// <param name="rows">Rows of the bin.</param>
    /// <param name="weights">Weight of every row of the sample.</param>
    /// <param name="groups">Group of every row of the sample.</param>
    /// <param name="count">Number of quantities.</param>
    /// <param name="quantities">The quantities of a row.</param>
    public GroupSums(int[] rows, float[] weights, int[] groups, int count, RowQuantities quantities)
    {
        _width = count + 1;
        var placeOf = new Dictionary<int, int>();
        var values = new double[count];
        foreach (int row in rows)
        {
            if (quantities(row, values))
            {
                Add(Place(placeOf, groups[row]), weights[row], values);
            }
        }
    }

    /// <summary>Weighted means in one replica; NaN where the weight is not positive.</summary>
    /// <param name="counts">How often each group is taken; empty for the sample itself.</param>
    /// <param name="means">Receives one number per quantity.</param>
    public void Means(ReadOnlySpan<byte> counts, Span<double> means)
    {
        Span<double> sums = stackalloc double[_width];
        sums.Clear();
        for (int group = 0; group < _groups.Count; group++)
        {
            int taken = counts.IsEmpty ? 1 : counts[_groups[group]];
            for (int i = 0; taken > 0 && i < _width; i++)
            {
                sums[i] += taken * _sums[(group * _width) + i];
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            means[i] = sums[0] > 0 ? sums[i + 1] / sums[0] : double.NaN;
        }
    }

    private int Place(Dictionary<int, int> placeOf, int group)
    {
        if (!placeOf.TryGetValue(group, out int place))
        {
            placeOf.Add(group, place = _groups.Count);
            _groups.Add(group);
            _sums.AddRange(Enumerable.Repeat(0.0, _width));
        }

        return place * _width;
    }

    private void Add(int place, double weight, ReadOnlySpan<double> values)
    {
        _sums[place] += weight;
        for (int i = 0; i < values.Length; i++)
        {
            _sums[place + 1 + i] += weight * values[i];
        }
    }
}
