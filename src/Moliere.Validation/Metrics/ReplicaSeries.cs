namespace Moliere.Validation.Metrics;

/// <summary>A figure of the sample together with the same figure in every bootstrap replica.</summary>
internal sealed class ReplicaSeries(int replicas)
{
    /// <summary>The figure of the sample itself.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>The figure in each replica; NaN where the replica has no weight.</summary>
    public double[] Replicas { get; } = new double[replicas];

    /// <summary>Reads one figure.</summary>
    /// <param name="replica">-1 for the sample itself.</param>
    public double At(int replica) => replica < 0 ? Value : Replicas[replica];

    /// <summary>Writes one figure.</summary>
    /// <param name="replica">-1 for the sample itself.</param>
    /// <param name="figure">Value.</param>
    public void Set(int replica, double figure)
    {
        if (replica < 0)
        {
            Value = figure;
        }
        else
        {
            Replicas[replica] = figure;
        }
    }

    /// <summary>Half of the width of the central 95 % interval of the replicas; NaN for fewer than 10 valid
    /// ones.</summary>
    public double HalfInterval()
    {
        double[] valid = [.. Replicas.Where(double.IsFinite)];
        if (valid.Length < 10)
        {
            return double.NaN;
        }

        Array.Sort(valid);
        return 0.5 * (Quantile(valid, 0.975) - Quantile(valid, 0.025));
    }

    // Rank (n + 1) p: unbiased for the tail probability, unlike (n - 1) p, which makes intervals of few replicas too
    // short.
    private static double Quantile(double[] sorted, double probability)
    {
        double rank = Math.Clamp(((sorted.Length + 1) * probability) - 1, 0, sorted.Length - 1);
        int below = Math.Min((int)rank, sorted.Length - 2);
        return sorted[below] + ((rank - below) * (sorted[below + 1] - sorted[below]));
    }
}
