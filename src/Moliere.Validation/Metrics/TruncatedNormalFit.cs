using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Centre and width of the Gaussian core of a distribution: mean and variance of what lies within 1.5 widths of the
/// centre, the variance divided by what a normal law loses by that cut, repeated until nothing moves. On a normal law
/// it gives its mean and standard deviation; tails beyond the cut have no influence.
/// </summary>
/// <source>
/// The iterated Gaussian fit within 1.5 standard deviations of arXiv:1112.6426, section 9.2; moments of a truncated
/// normal law: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1 (1994), equation 13.135.
/// </source>
internal sealed class TruncatedNormalFit
{
    private const double Cut = 1.5;
    private const double Reach = 6; // the window never leaves this many starting widths
    private const double Tolerance = 1e-5;
    private const int MostSteps = 80; // each step leaves two thirds of the distance

    private static readonly double _kept = 1
        - (2 * Cut * Math.Exp(-0.5 * Cut * Cut) / Math.Sqrt(2 * Math.PI) / ErrorFunction.Erf(Cut / Math.Sqrt(2)));

    private readonly SortedSample _sorted;
    private readonly CentralQuantiles _start;
    private readonly int _first;
    private readonly (double Weight, double Sum, double Squares)[] _below;

    /// <summary>Prepares the rows near the core.</summary>
    /// <param name="sorted">The quantity.</param>
    /// <param name="start">Its core quantiles, where the iteration starts.</param>
    public TruncatedNormalFit(SortedSample sorted, CentralQuantiles start)
    {
        (_sorted, _start) = (sorted, start);
        _first = sorted.CountBelow(start.Q50 - (Reach * start.Width));
        int last = sorted.CountBelow(start.Q50 + (Reach * start.Width));
        _below = new (double, double, double)[Math.Max(0, last - _first) + 1];
    }

    /// <summary>Mean and width in one replica; NaN without weight or width.</summary>
    /// <param name="counts">How often each group is taken; empty for the sample itself.</param>
    public (double Mean, double Width) Fit(ReadOnlySpan<byte> counts)
    {
        Accumulate(counts);
        double mean = _start.Q50, width = _start.Width;
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
        var low = _below[Place(mean - (Cut * width))];
        var high = _below[Place(mean + (Cut * width))];
        double weight = high.Weight - low.Weight, inside = (high.Sum - low.Sum) / weight;
        double variance = ((high.Squares - low.Squares) / weight) - (inside * inside);
        return weight > 0 ? (_start.Q50 + inside, Math.Sqrt(variance / _kept)) : (double.NaN, double.NaN);
    }

    private int Place(double value) =>
        double.IsNaN(value) ? 0 : Math.Clamp(_sorted.CountBelow(value) - _first, 0, _below.Length - 1);

    private void Accumulate(ReadOnlySpan<byte> counts)
    {
        (double Weight, double Sum, double Squares) sums = default;
        for (int i = 1; i < _below.Length; i++)
        {
            int row = _first + i - 1;
            double weight = _sorted.Weight(row, counts), offset = _sorted.Values[row] - _start.Q50;
            sums = (sums.Weight + weight, sums.Sum + (weight * offset), sums.Squares + (weight * offset * offset));
            _below[i] = sums;
        }
    }
}
