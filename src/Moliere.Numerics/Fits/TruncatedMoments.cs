using Moliere.Numerics.Special;

namespace Moliere.Numerics.Fits;

/// <summary>
/// Centre and width of the normal core of a sorted sample: mean and variance of what lies within a few widths of the
/// centre, the variance divided by what a normal law loses by that cut, repeated until nothing moves. On a normal law
/// it gives its mean and standard deviation; tails beyond the cut have no influence. Weights may be negative.
/// </summary>
/// <source>
/// The iterated Gaussian fit within 1.5 standard deviations of arXiv:1112.6426, section 9.2; moments of a truncated
/// normal law: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1 (1994), equation 13.135.
/// </source>
public sealed class TruncatedMoments
{
    private const double Reach = 6; // the window never leaves this many starting widths
    private const double Tolerance = 1e-5;
    private const int MostSteps = 80; // at 1.5 widths each step leaves two thirds of the distance

    private readonly ReadOnlyMemory<float> _sorted;
    private readonly double _centre;
    private readonly double _width;
    private readonly double _cut;
    private readonly double _kept;
    private readonly int _first;
    private readonly (double Weight, double Sum, double Squares)[] _below;

    /// <summary>Prepares the values near the core.</summary>
    /// <param name="sorted">Values, ascending and finite.</param>
    /// <param name="centre">Where the iteration starts, such as the median.</param>
    /// <param name="width">Width to start with, such as half of the central 68 %.</param>
    /// <param name="cut">Half width of the window in standard deviations, usually 1.5 to 2; positive.</param>
    public TruncatedMoments(ReadOnlyMemory<float> sorted, double centre, double width, double cut = 1.5)
    {
        (_sorted, _centre, _width, _cut) = (sorted, centre, width, cut);
        _kept = KeptVariance(cut);
        _first = CountBelow(centre - (Reach * width));
        int last = CountBelow(centre + (Reach * width));
        _below = new (double, double, double)[Math.Max(0, last - _first) + 1];
    }

    /// <summary>Variance of a standard normal law cut off on both sides, in (0, 1).</summary>
    /// <param name="cut">Where it is cut off [standard deviations], positive.</param>
    public static double KeptVariance(double cut) =>
        1 - (2 * cut * Math.Exp(-0.5 * cut * cut) / Math.Sqrt(2 * Math.PI) / ErrorFunction.Erf(cut / Math.Sqrt(2)));

    /// <summary>Mean and width of the core; NaN without weight or width.</summary>
    /// <param name="weights">One weight per value, in the order of the values; empty for equal weights.</param>
    public (double Mean, double Width) Fit(ReadOnlySpan<double> weights)
    {
        Accumulate(weights);
        double mean = _centre, width = _width;
        for (int step = 0; step < MostSteps; step++)
        {
            (double nextMean, double nextWidth) = Truncated(mean, width);
            double moved = Math.Abs(nextMean - mean) + Math.Abs(nextWidth - width);
            (mean, width) = (nextMean, nextWidth);
            if (!(moved > Tolerance * width))
            {
                break;
            }
        }

        return width > 0 ? (mean, width) : (double.NaN, double.NaN);
    }

    private (double Mean, double Width) Truncated(double mean, double width)
    {
        var low = _below[Place(mean - (_cut * width))];
        var high = _below[Place(mean + (_cut * width))];
        double weight = high.Weight - low.Weight, inside = (high.Sum - low.Sum) / weight;
        double variance = ((high.Squares - low.Squares) / weight) - (inside * inside);
        return weight > 0 ? (_centre + inside, Math.Sqrt(variance / _kept)) : (double.NaN, double.NaN);
    }

    private int Place(double value) =>
        double.IsNaN(value) ? 0 : Math.Clamp(CountBelow(value) - _first, 0, _below.Length - 1);

    private void Accumulate(ReadOnlySpan<double> weights)
    {
        (double Weight, double Sum, double Squares) sums = default;
        ReadOnlySpan<float> values = _sorted.Span;
        for (int i = 1; i < _below.Length; i++)
        {
            int row = _first + i - 1;
            double weight = weights.IsEmpty ? 1 : weights[row], offset = values[row] - _centre;
            sums = (sums.Weight + weight, sums.Sum + (weight * offset), sums.Squares + (weight * offset * offset));
            _below[i] = sums;
        }
    }

    private int CountBelow(double bound)
    {
        ReadOnlySpan<float> values = _sorted.Span;
        int low = 0, high = values.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = values[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
