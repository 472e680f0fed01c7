namespace Moliere.Numerics.Statistics;

/// <summary>
/// The slow definition of <see cref="DistanceCorrelation"/>: doubly centred N x N matrices of distances, averaged.
/// </summary>
internal static class ReferenceDistanceCorrelation
{
    /// <summary>The squared correlation and its derivative by each y, in O(N²).</summary>
    /// <param name="x">[N].</param>
    /// <param name="y">[N].</param>
    /// <param name="weights">[N].</param>
    /// <param name="gradient">[N], filled.</param>
    public static double Squared(double[] x, double[] y, double[] weights, double[] gradient)
    {
        double[] shares = [.. weights.Select(weight => weight / weights.Sum())];
        double[,] first = Centred(x, shares), second = Centred(y, shares);
        double crossed = Mean(first, second, shares), own = Mean(second, second, shares);
        double scale = Math.Sqrt(Mean(first, first, shares) * own);

        // Centring is its own transpose, so the derivative of the mean of A B by a distance b_ij is w_i w_j A_ij, and
        // that of the mean of B B twice w_i w_j B_ij.
        for (int i = 0; i < y.Length; i++)
        {
            gradient[i] = 0;
            for (int j = 0; j < y.Length; j++)
            {
                double slope = first[i, j] - (crossed / own * second[i, j]);
                gradient[i] += 2 * shares[i] * shares[j] * slope * Math.Sign(y[i] - y[j]) / scale;
            }
        }

        return crossed / scale;
    }

    private static double[,] Centred(double[] values, double[] shares)
    {
        int count = values.Length;
        double[] means = [.. values.Select(value => values.Select((other, j) =>
            shares[j] * Math.Abs(value - other)).Sum())];
        double mean = means.Select((own, i) => shares[i] * own).Sum();
        var centred = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                centred[i, j] = Math.Abs(values[i] - values[j]) - means[i] - means[j] + mean;
            }
        }

        return centred;
    }

    private static double Mean(double[,] a, double[,] b, double[] shares)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            for (int j = 0; j < shares.Length; j++)
            {
                sum += shares[i] * shares[j] * a[i, j] * b[i, j];
            }
        }

        return sum;
    }
}
