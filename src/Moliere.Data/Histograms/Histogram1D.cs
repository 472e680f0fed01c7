namespace Moliere.Data.Histograms;

/// <summary>
/// A weighted histogram: per bin the sum of weights and of their squares. Values outside the axis go to under- and
/// overflow; NaN counts as overflow.
/// </summary>
/// <param name="axis">The bins.</param>
public sealed class Histogram1D(Axis axis)
{
    // Slot 0 is underflow, the last is overflow.
    private readonly double[] _sumW = new double[axis.Count + 2];
    private readonly double[] _sumW2 = new double[axis.Count + 2];

    /// <summary>The bins.</summary>
    public Axis Axis { get; } = axis;

    /// <summary>Number of fills, whatever their weight or bin.</summary>
    public long Entries { get; private set; }

    /// <summary>Sum of weights below the axis.</summary>
    public double Underflow => _sumW[0];

    /// <summary>Sum of weights above the axis, NaN included.</summary>
    public double Overflow => _sumW[^1];

    /// <summary>Sum of weights in the bins, without under- and overflow.</summary>
    public double Total => _sumW.AsSpan(1, Axis.Count).ToArray().Sum();

    /// <summary>A histogram that was filled elsewhere.</summary>
    /// <param name="axis">The bins.</param>
    /// <param name="sumW">Sums of weights: underflow, one per bin, overflow.</param>
    /// <param name="sumW2">Sums of squared weights, in the same order.</param>
    /// <param name="entries">Number of fills.</param>
    /// <exception cref="ArgumentException">There are not two sums more than bins.</exception>
    public static Histogram1D FromBins(
        Axis axis, IReadOnlyList<double> sumW, IReadOnlyList<double> sumW2, long entries)
    {
        int slots = axis.Count + 2;
        if (sumW.Count != slots || sumW2.Count != slots)
        {
            throw new ArgumentException(
                $"A histogram of {axis.Count} bins has {slots} sums, found {sumW.Count} and {sumW2.Count} squared.");
        }

        var histogram = new Histogram1D(axis) { Entries = entries };
        for (int slot = 0; slot < slots; slot++)
        {
            (histogram._sumW[slot], histogram._sumW2[slot]) = (sumW[slot], sumW2[slot]);
        }

        return histogram;
    }

    /// <summary>Adds one value.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="weight">Finite; may be negative.</param>
    public void Fill(double value, double weight = 1)
    {
        int slot = Axis.BinOf(value) + 1;
        _sumW[slot] += weight;
        _sumW2[slot] += weight * weight;
        Entries++;
    }

    /// <summary>Sum of weights in a bin.</summary>
    /// <param name="bin">In [0, <see cref="Axis.Count"/>); -1 and Count give under- and overflow.</param>
    public double Content(int bin) => _sumW[bin + 1];

    /// <summary>Statistical uncertainty of a bin's content, sqrt(sum of squared weights).</summary>
    /// <param name="bin">In [0, <see cref="Axis.Count"/>); -1 and Count give under- and overflow.</param>
    /// <source>Barlow, "Statistics", Wiley 1989, section 1.3: variance of a sum of weights of Poisson events.</source>
    public double Error(int bin) => Math.Sqrt(_sumW2[bin + 1]);

    /// <summary>Sum of squared weights in a bin, the variance of its content.</summary>
    /// <param name="bin">In [0, <see cref="Axis.Count"/>); -1 and Count give under- and overflow.</param>
    public double Variance(int bin) => _sumW2[bin + 1];

    /// <summary>Adds the content of another histogram, bin by bin.</summary>
    /// <param name="other">Has equal edges.</param>
    /// <exception cref="ArgumentException">The edges differ.</exception>
    public void Add(Histogram1D other)
    {
        if (!Axis.Edges.SequenceEqual(other.Axis.Edges))
        {
            throw new ArgumentException("Histograms can be added only if their edges are equal.", nameof(other));
        }

        for (int slot = 0; slot < _sumW.Length; slot++)
        {
            _sumW[slot] += other._sumW[slot];
            _sumW2[slot] += other._sumW2[slot];
        }

        Entries += other.Entries;
    }
}
