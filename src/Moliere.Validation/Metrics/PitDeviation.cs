namespace Moliere.Validation.Metrics;

/// <summary>
/// Area between the calibration curve (observed share of rows whose probability integral transform is at most p) and
/// the diagonal, by the trapezoid rule over a hundred steps of p: 0 when right, at most 0.5.
/// </summary>
/// <source>
/// Kuleshov, Fenner, Ermon, arXiv:1807.00263, section 3.5, for the curve; Chung, Char, Guo, Schneider, Neiswanger,
/// arXiv:2109.10254, section 3: the area, "mean absolute calibration error".
/// </source>
internal sealed class PitDeviation
{
    /// <summary>Steps of p.</summary>
    public const int Steps = 100;

    private readonly SortedSample _sorted;
    private readonly int[] _firstAbove = new int[Steps];

    /// <summary>Finds where the steps lie among the rows.</summary>
    /// <param name="sorted">Transforms in [0, 1].</param>
    public PitDeviation(SortedSample sorted)
    {
        _sorted = sorted;
        int row = 0;
        for (int step = 1; step < Steps; step++)
        {
            while (row < sorted.Values.Length && sorted.Values[row] <= (double)step / Steps)
            {
                row++;
            }

            _firstAbove[step] = row;
        }
    }

    /// <summary>The area in one replica; NaN where the weight is not positive.</summary>
    /// <param name="counts">How often each group is taken; empty for the sample itself.</param>
    public double Of(ReadOnlySpan<byte> counts)
    {
        ReadOnlySpan<double> cumulative = _sorted.Cumulative(counts);
        double total = cumulative[^1], area = 0;
        for (int step = 1; step < Steps; step++)
        {
            area += Math.Abs((cumulative[_firstAbove[step]] / total) - ((double)step / Steps)) / Steps;
        }

        return total > 0 ? area : double.NaN;
    }
}
