namespace Moliere.Numerics.Statistics;

/// <summary>Jensen-Shannon divergence of two histograms in bits: 0 for equal shapes, 1 for disjoint ones.</summary>
/// <source>Lin, IEEE Trans. Inf. Theory 37 (1991) 145, equation 4.1, with the logarithm to base 2.</source>
public static class JensenShannon
{
    /// <summary>The divergence of the shapes; contents below 0 count as empty.</summary>
    /// <param name="first">Contents of the bins, with a positive sum.</param>
    /// <param name="second">Contents of as many bins, with a positive sum.</param>
    /// <returns>In [0, 1]; NaN where one of them is empty.</returns>
    public static double Bits(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sumOne = Sum(first), sumTwo = Sum(second), bits = 0;
        for (int bin = 0; bin < first.Length; bin++)
        {
            double p = Math.Max(0, first[bin]) / sumOne, q = Math.Max(0, second[bin]) / sumTwo, mean = 0.5 * (p + q);
            bits += 0.5 * (Term(p, mean) + Term(q, mean));
        }

        return bits;
    }

    /// <summary>
    /// Divergence that two samples of one distribution have on average, since they are finite: values below mean
    /// nothing. An expansion for samples much larger than the number of bins; never more than the 1 bit of disjoint
    /// histograms.
    /// </summary>
    /// <param name="bins">Bins B of the histograms that are not empty in both.</param>
    /// <param name="first">Effective size of the first sample, positive.</param>
    /// <param name="second">Effective size of the second, positive.</param>
    public static double Floor(int bins, double first, double second) =>
        Math.Min(1, (bins - 1) * ((1 / first) + (1 / second)) / (8 * Math.Log(2)));

    private static double Term(double share, double mean) => share > 0 ? share * Math.Log2(share / mean) : 0;

    private static double Sum(ReadOnlySpan<double> contents)
    {
        double sum = 0;
        foreach (double content in contents)
        {
            sum += Math.Max(0, content);
        }

        return sum > 0 ? sum : double.NaN;
    }
}
