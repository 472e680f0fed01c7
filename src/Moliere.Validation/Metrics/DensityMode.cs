namespace Moliere.Validation.Metrics;

/// <summary>
/// Mode of a positive, skewed quantity x: the maximum of a kernel density of u = ln x, turned into a density of x by
/// the factor exp(-u). Smoothing in u adapts the kernel to the skewness. The grid and the bandwidth are fixed by the
/// full sample, so that bootstrap replicas cost a pass over the grid each. The maximum is sought within two core
/// widths of the median.
/// </summary>
/// <source>Silverman, Density Estimation (1986), equation 3.31, for the bandwidth, with the slower rate n^(-1/7)
/// that is optimal for a mode (Romano, Ann. Statist. 16 (1988) 629); Wells, IEEE PAMI 8 (1986) 234: three box
/// filters make a Gaussian.</source>
internal sealed class DensityMode
{
    private const int Cells = 256;
    private const double Reach = 3; // grid half-width in core widths
    private const double SearchReach = 2;

    private readonly int[] _firstRow = new int[Cells + 1];
    private readonly double _low;
    private readonly double _step;
    private readonly int _halfBox;
    private readonly double _median;

    /// <summary>Lays the grid.</summary>
    /// <param name="sorted">Positive values, ascending.</param>
    /// <param name="core">Core quantiles of the values.</param>
    /// <param name="effectiveSize">Effective number of entries.</param>
    public DensityMode(ReadOnlySpan<float> sorted, CentralQuantiles core, double effectiveSize)
    {
        double width = 0.5 * Math.Log(core.Q84 / core.Q16);
        _median = core.Q50;
        _step = 2 * Reach * width / Cells;
        _low = Math.Log(core.Q50) - (Reach * width);
        double bandwidth = 0.9 * width * Math.Pow(Math.Max(effectiveSize, 2), -1.0 / 7);
        double box = Math.Sqrt((4 * bandwidth * bandwidth / (_step * _step)) + 1);
        _halfBox = _step > 0 ? Math.Max(1, (int)Math.Round((box - 1) / 2)) : 0;
        for (int cell = 0; cell <= Cells; cell++)
        {
            int row = sorted.BinarySearch(new LowerBound((float)Math.Exp(_low + (_step * cell))));
            _firstRow[cell] = ~row;
        }
    }

    /// <summary>The mode under the given weights.</summary>
    /// <param name="cumulative">Weight of the first i rows at index i.</param>
    public double Find(ReadOnlySpan<double> cumulative)
    {
        if (!(_step > 0))
        {
            return _median;
        }

        Span<double> density = stackalloc double[Cells], scratch = stackalloc double[Cells];
        for (int cell = 0; cell < Cells; cell++)
        {
            density[cell] = cumulative[_firstRow[cell + 1]] - cumulative[_firstRow[cell]];
        }

        for (int pass = 0; pass < 3; pass++)
        {
            BoxFilter(density, scratch);
            scratch.CopyTo(density);
        }

        return Math.Exp(Maximum(density));
    }

    private void BoxFilter(ReadOnlySpan<double> input, Span<double> output)
    {
        double sum = 0;
        for (int i = 0; i < _halfBox; i++)
        {
            sum += input[i];
        }

        for (int i = 0; i < Cells; i++)
        {
            sum += i + _halfBox < Cells ? input[i + _halfBox] : 0;
            sum -= i - _halfBox - 1 >= 0 ? input[i - _halfBox - 1] : 0;
            output[i] = sum;
        }
    }

    private double Maximum(Span<double> density)
    {
        int first = (int)(Cells / 2 * (1 - (SearchReach / Reach))), best = first;
        for (int i = first - 1; i <= Cells - first; i++)
        {
            density[i] *= Math.Exp(-_step * (i - (Cells / 2)));
            best = i > first && i < Cells - first && density[i] > density[best] ? i : best;
        }

        double left = density[best - 1], right = density[best + 1], curvature = left - (2 * density[best]) + right;
        double shift = curvature < 0 ? Math.Clamp(0.5 * (left - right) / curvature, -0.5, 0.5) : 0;
        return _low + (_step * (best + 0.5 + shift));
    }

    // Never equal, so that the search ends at the first value that is not below the bound.
    private readonly struct LowerBound(float bound) : IComparable<float>
    {
        public int CompareTo(float other) => bound > other ? 1 : -1;
    }
}
