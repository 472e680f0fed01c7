namespace Moliere.Tagging.Decorrelation;

/// <summary>Quantiles of weighted values.</summary>
internal static class WeightedShare
{
    /// <summary>
    /// The value below which a share of the weight lies, on the line through the middles of the rows.
    /// </summary>
    public static double Value(float[] values, float[] weights, double share) => Values(values, weights, [share])[0];

    /// <summary>Several at once; shares ascend.</summary>
    public static double[] Values(float[] values, float[] weights, double[] shares)
    {
        (float[] sorted, float[] own) = ((float[])values.Clone(), (float[])weights.Clone());
        Array.Sort(sorted, own);
        double total = own.Sum(weight => (double)weight), below = 0;
        var found = new double[shares.Length];
        int row = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            while (row < sorted.Length - 1 && below + own[row] < shares[i] * total)
            {
                below += own[row++];
            }

            double inside = own[row] > 0 ? ((shares[i] * total) - below) / own[row] : 0.5;
            int next = inside < 0.5 ? Math.Max(0, row - 1) : Math.Min(sorted.Length - 1, row + 1);
            double step = Math.Clamp(Math.Abs(inside - 0.5), 0, 0.5);
            found[i] = ((1 - step) * sorted[row]) + (step * sorted[next]);
        }

        return found;
    }
}
