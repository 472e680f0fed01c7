using Moliere.Numerics.Statistics;

namespace Moliere.Validation.Metrics;

/// <summary>One quantity of the rows of a bin, sorted once, with what bootstrap replicas need to weigh it
/// anew.</summary>
internal sealed class SortedSample
{
    private readonly float[] _weights;
    private readonly int[] _groups;
    private readonly double[] _cumulative;
    private readonly bool _isMonotone;

    /// <summary>Sorts the finite values.</summary>
    /// <param name="rows">Rows of the bin.</param>
    /// <param name="value">Quantity of a row.</param>
    /// <param name="weights">Weight of every row of the sample.</param>
    /// <param name="groups">Bootstrap group of every row of the sample.</param>
    public SortedSample(int[] rows, Func<int, float> value, float[] weights, int[] groups)
    {
        float[] values = Array.ConvertAll(rows, row => value(row));
        int[] kept = [.. rows];
        int count = KeepFinite(values, kept);
        Array.Sort(values, kept, 0, count);
        Values = values[..count];
        _weights = new float[count];
        _groups = new int[count];
        _cumulative = new double[count + 1];
        for (int i = 0; i < count; i++)
        {
            (_weights[i], _groups[i]) = (weights[kept[i]], groups[kept[i]]);
        }

        _isMonotone = Array.TrueForAll(_weights, weight => weight >= 0);
    }

    /// <summary>Values, ascending.</summary>
    public float[] Values { get; }

    /// <summary>Kish's effective number of entries, (sum w)² / sum w².</summary>
    public double EffectiveSize => SampleSize.Effective(_weights);

    /// <summary>Core quantiles in one bootstrap replica, or of the sample itself.</summary>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    /// <param name="cumulative">Weight of the first i rows at index i in this replica, valid until the next
    /// call.</param>
    public CentralQuantiles Quantiles(ReadOnlySpan<byte> counts, out ReadOnlySpan<double> cumulative)
    {
        Accumulate(counts);
        cumulative = _cumulative;
        return new CentralQuantiles(Quantile(0), Quantile(1), Quantile(2));
    }

    /// <summary>Median in one bootstrap replica, or of the sample itself.</summary>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    public double Median(ReadOnlySpan<byte> counts)
    {
        Accumulate(counts);
        return Quantile(1);
    }

    /// <summary>Any quantile in one bootstrap replica, or of the sample itself.</summary>
    /// <param name="probability">Share of the weight below it, 0 to 1.</param>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    public double Quantile(double probability, ReadOnlySpan<byte> counts)
    {
        Accumulate(counts);
        return WeightedQuantile.OfCumulative(Values, _cumulative, _isMonotone, probability);
    }

    /// <summary>Several quantiles in one bootstrap replica, or of the sample itself, for one pass over it.</summary>
    /// <param name="probabilities">Shares of the weight below them, 0 to 1.</param>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    /// <param name="result">One quantile per probability.</param>
    public void Quantiles(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> counts, Span<double> result)
    {
        Accumulate(counts);
        for (int i = 0; i < probabilities.Length; i++)
        {
            result[i] = WeightedQuantile.OfCumulative(Values, _cumulative, _isMonotone, probabilities[i]);
        }
    }

    /// <summary>Weight of the first i rows at index i in one replica, valid until the next call.</summary>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    public ReadOnlySpan<double> Cumulative(ReadOnlySpan<byte> counts)
    {
        Accumulate(counts);
        return _cumulative;
    }

    /// <summary>Weight of one row in one replica.</summary>
    /// <param name="index">Place among <see cref="Values"/>.</param>
    /// <param name="counts">How often each group was drawn; empty for the sample itself.</param>
    public double Weight(int index, ReadOnlySpan<byte> counts) =>
        counts.IsEmpty ? _weights[index] : _weights[index] * counts[_groups[index]];

    private double Quantile(int index) =>
        WeightedQuantile.OfCumulative(Values, _cumulative, _isMonotone, CentralQuantiles.Probabilities[index]);

    private void Accumulate(ReadOnlySpan<byte> counts)
    {
        double total = 0;
        float[] weights = _weights;
        int[] groups = _groups;
        Span<double> after = _cumulative.AsSpan(1, weights.Length);
        for (int i = 0; i < after.Length; i++)
        {
            total += counts.IsEmpty ? weights[i] : weights[i] * counts[groups[i]];
            after[i] = total;
        }
    }

    private static int KeepFinite(float[] values, int[] rows)
    {
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i]))
            {
                (values[count], rows[count]) = (values[i], rows[i]);
                count++;
            }
        }

        return count;
    }
}
