namespace Moliere.Data.Histograms;

/// <summary>The bins of one axis. A bin holds its lower edge, not its upper one; bins touch. Immutable.</summary>
public sealed class Axis
{
    private readonly double[] _edges;
    private readonly double _scale; // Bins per unit of x (or of ln x); 0 where only a search finds the bin.
    private readonly bool _isLogarithmic;

    private Axis(double[] edges, double scale, bool isLogarithmic) =>
        (_edges, _scale, _isLogarithmic) = (edges, scale, isLogarithmic);

    /// <summary>The edges, ascending, one more than bins.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>Number of bins, at least 1.</summary>
    public int Count => _edges.Length - 1;

    /// <summary>Bins of equal width.</summary>
    /// <param name="count">Number of bins, at least 1.</param>
    /// <param name="low">Lower edge of the first bin.</param>
    /// <param name="high">Upper edge of the last bin, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">There is no bin, or the range is empty or not finite.</exception>
    public static Axis Uniform(int count, double low, double high)
    {
        Require(count, low, high);
        double[] edges = [.. Enumerable.Range(0, count + 1)
            .Select(i => i == count ? high : low + ((high - low) * i / count))];
        return new(Ascending(edges), count / (high - low), isLogarithmic: false);
    }

    /// <summary>Bins of equal width in the logarithm.</summary>
    /// <param name="count">Number of bins, at least 1.</param>
    /// <param name="low">Lower edge of the first bin, positive.</param>
    /// <param name="high">Upper edge of the last bin, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">
    /// There is no bin, or the range is empty, not positive or not finite.
    /// </exception>
    public static Axis Logarithmic(int count, double low, double high)
    {
        Require(count, low, high);
        if (low <= 0)
        {
            throw new ArgumentException($"A logarithmic axis starts above 0, found {low}.", nameof(low));
        }

        double logRatio = Math.Log(high / low);
        double[] edges = [.. Enumerable.Range(0, count + 1)
            .Select(i => i == 0 ? low : i == count ? high : low * Math.Exp(logRatio * i / count))];
        return new(Ascending(edges), count / logRatio, isLogarithmic: true);
    }

    /// <summary>Bins of any width.</summary>
    /// <param name="edges">At least two, strictly ascending and finite; copied.</param>
    /// <exception cref="ArgumentException">There are fewer than two edges, or they do not ascend.</exception>
    public static Axis FromEdges(IReadOnlyList<double> edges) =>
        edges.Count >= 2 ? new(Ascending([.. edges]), 0, isLogarithmic: false)
            : throw new ArgumentException($"An axis needs at least two edges, found {edges.Count}.", nameof(edges));

    /// <summary>
    /// The bin that holds a value: -1 below the first edge, <see cref="Count"/> from the last edge on and for NaN.
    /// </summary>
    /// <param name="value">Any number.</param>
    public int BinOf(double value)
    {
        if (!(value < _edges[^1]))
        {
            return Count;
        }

        if (value < _edges[0])
        {
            return -1;
        }

        int bin = _scale == 0 ? Search(value)
            : (int)(_scale * (_isLogarithmic ? Math.Log(value / _edges[0]) : value - _edges[0]));

        // The formula rounds; the edges decide.
        bin = Math.Min(bin, Count - 1);
        return value < _edges[bin] ? bin - 1 : value >= _edges[bin + 1] ? bin + 1 : bin;
    }

    /// <summary>Lower edge of a bin.</summary>
    /// <param name="bin">In [0, <see cref="Count"/>).</param>
    public double Low(int bin) => _edges[bin];

    /// <summary>Upper edge of a bin.</summary>
    /// <param name="bin">In [0, <see cref="Count"/>).</param>
    public double High(int bin) => _edges[bin + 1];

    /// <summary>
    /// Middle of a bin: the geometric mean of its edges on a logarithmic axis, else the arithmetic one.
    /// </summary>
    /// <param name="bin">In [0, <see cref="Count"/>).</param>
    public double Center(int bin) =>
        _isLogarithmic ? Math.Sqrt(Low(bin) * High(bin)) : (Low(bin) + High(bin)) / 2;

    private int Search(double value)
    {
        int at = Array.BinarySearch(_edges, value);
        return at >= 0 ? at : ~at - 1;
    }

    private static void Require(int count, double low, double high)
    {
        if (count < 1 || !(high > low) || !double.IsFinite(high - low))
        {
            throw new ArgumentException(
                $"An axis needs at least one bin and low < high, found {count} bins in [{low}, {high}].");
        }
    }

    private static double[] Ascending(double[] edges)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && !(edges[i] > edges[i - 1])))
            {
                throw new ArgumentException(
                    $"Edges must be finite and ascend, found [{string.Join(", ", edges)}].", nameof(edges));
            }
        }

        return edges;
    }
}
