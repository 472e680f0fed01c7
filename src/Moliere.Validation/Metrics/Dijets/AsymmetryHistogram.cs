namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Magnitudes of asymmetries in equal bins from 0. Reference and probe are drawn at random, so that both signs say the
/// same and are put together.
/// </summary>
internal sealed class AsymmetryHistogram
{
    private const int BinCount = 48;
    private const double Reach = 6; // widths; beyond lie fewer events than decide a fit

    private AsymmetryHistogram(double[] edges, double[] counts, double[] variances) =>
        (Edges, Counts, Variances) = (edges, counts, variances);

    /// <summary>Edges, ascending from 0, one more than bins.</summary>
    public double[] Edges { get; }

    /// <summary>Sum of weights per bin.</summary>
    public double[] Counts { get; }

    /// <summary>Sum of squared weights per bin; empty where nobody asks for errors.</summary>
    public double[] Variances { get; }

    /// <summary>Sum of weights of all bins.</summary>
    public double Total => Counts.Sum();

    /// <summary>The 68 % point of the magnitudes, one standard deviation of a normal law.</summary>
    public double Width
    {
        get
        {
            double wanted = 0.6827 * Total, below = 0;
            for (int bin = 0; bin < Counts.Length; bin++)
            {
                if (below + Counts[bin] >= wanted && Counts[bin] > 0)
                {
                    return Edges[bin] + ((wanted - below) / Counts[bin] * (Edges[bin + 1] - Edges[bin]));
                }

                below += Counts[bin];
            }

            return double.NaN;
        }
    }

    /// <summary>Fills all asymmetries; bins follow their width.</summary>
    /// <param name="asymmetries">Values of either sign; NaN counts nowhere.</param>
    /// <param name="weights">Event weights; empty for 1.</param>
    public static AsymmetryHistogram Of(ReadOnlySpan<float> asymmetries, ReadOnlySpan<float> weights)
    {
        double[] edges = EdgesFor(QuantileOf(asymmetries));
        double[] counts = new double[BinCount], variances = new double[BinCount];
        for (int i = 0; i < asymmetries.Length; i++)
        {
            double place = Math.Abs(asymmetries[i]) / edges[1], weight = weights.IsEmpty ? 1 : weights[i];
            if (place < BinCount)
            {
                counts[(int)place] += weight;
                variances[(int)place] += weight * weight;
            }
        }

        return new(edges, counts, variances);
    }

    /// <summary>Counts of a replica from sorted magnitudes.</summary>
    /// <param name="sorted">Magnitudes of the bin's rows.</param>
    /// <param name="cumulative">Weight of the first i of them in the replica.</param>
    /// <param name="edges">Edges of <see cref="EdgesFor"/>.</param>
    public static AsymmetryHistogram OfSorted(
        SortedSample sorted, ReadOnlySpan<double> cumulative, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        double below = cumulative[0];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double above = cumulative[CountBelow(sorted.Values, edges[bin + 1])];
            (counts[bin], below) = (above - below, above);
        }

        return new(edges, counts, []);
    }

    /// <summary>Edges for asymmetries of a width.</summary>
    public static double[] EdgesFor(double width) =>
        [.. Enumerable.Range(0, BinCount + 1).Select(i => Reach * width * i / BinCount)];

    /// <summary>The bins whose lower edge is below a bound.</summary>
    public AsymmetryHistogram Below(double bound)
    {
        int kept = Math.Max(4, Array.FindAll(Edges[..^1], edge => edge < bound).Length);
        return new(Edges[..(kept + 1)], Counts[..kept], Variances.Length == 0 ? [] : Variances[..kept]);
    }

    private static int CountBelow(float[] sorted, double bound)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = sorted[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double QuantileOf(ReadOnlySpan<float> asymmetries)
    {
        var sizes = new List<float>();
        foreach (float value in asymmetries)
        {
            if (float.IsFinite(value))
            {
                sizes.Add(Math.Abs(value));
            }
        }

        sizes.Sort();
        return sizes.Count == 0 ? 1 : Math.Max(1e-6, sizes[(int)(0.6827 * (sizes.Count - 1))]);
    }
}
