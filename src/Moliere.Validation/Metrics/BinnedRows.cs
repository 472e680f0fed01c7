namespace Moliere.Validation.Metrics;

/// <summary>The rows of each bin of an axis, ascending.</summary>
/// <param name="Axis">The axis; null for the whole sample.</param>
/// <param name="Rows">Rows per bin.</param>
/// <param name="Centres">Mean of the variable per bin; NaN when empty.</param>
internal sealed record BinnedRows(BinAxis? Axis, int[][] Rows, double[] Centres)
{
    /// <summary>Sorts rows with a valid target into the bins of an axis.</summary>
    public static BinnedRows Of(BinAxis axis, float[] values, int[] valid)
    {
        int[][] rows = [.. axis.Bins.Select(bin => Array.FindAll(valid, row => bin.Contains(values[row])))];
        double[] centres = [.. rows.Select(bin => bin.Length == 0 ? double.NaN : bin.Average(row => values[row]))];
        return new BinnedRows(axis, rows, centres);
    }

    /// <summary>Rows whose true response is finite and positive.</summary>
    public static int[] Valid(float[] target)
    {
        var rows = new List<int>(target.Length);
        for (int row = 0; row < target.Length; row++)
        {
            if (float.IsFinite(target[row]) && target[row] > 0)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>Bins of something a method predicts with equally many rows.</summary>
    /// <param name="variable">Name of the axis.</param>
    /// <param name="predicted">Predicted number per row; NaN lies in no bin.</param>
    /// <param name="valid">Rows that count.</param>
    /// <param name="count">Number of bins.</param>
    public static BinnedRows OfPrediction(string variable, float[] predicted, int[] valid, int count)
    {
        int[] known = Array.FindAll(valid, row => float.IsFinite(predicted[row]));
        float[] sorted = Array.ConvertAll(known, row => predicted[row]);
        Array.Sort(sorted);
        float[] edges = [.. Enumerable.Range(0, count + 1)
            .Select(i => sorted.Length == 0 ? 0 : sorted[(int)((long)i * (sorted.Length - 1) / count)])
            .Distinct()];
        ValueBin[] bins = edges.Length == 1
            ? [new ValueBin(edges[0], edges[0], Closed: true)]
            : [.. edges.Zip(edges.Skip(1), (low, high) => new ValueBin(low, high, Closed: high == edges[^1]))];
        return Of(new BinAxis { Variable = variable, Bins = bins }, predicted, valid);
    }
}
