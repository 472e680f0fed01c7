using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Finds the slope of <see cref="LinearDiscriminant"/>: a straight line through the profile of tau21.</summary>
/// <source>arXiv:1603.00027, section 3; range of the fit: ATL-PHYS-PUB-2018-014, section 4.1.</source>
public static class LinearDerivation
{
    private const double Low = 1.5, High = 4; // where the profile is straight; ATL-PHYS-PUB-2018-014
    private const int Bins = 20, FewestJets = 20; // a mean of 20 jets is known to a quarter of its spread

    /// <summary>Fits the slope to quark and gluon jets.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="sample">Training jets.</param>
    /// <exception cref="ArgumentException">Fewer than three bins of the profile have 20 jets.</exception>
    public static LinearDiscriminant Derive(string name, BoostedSample sample)
    {
        const string column = BoostedJetColumns.Tau21;
        double[] weight = new double[Bins], x = new double[Bins], y = new double[Bins];
        int[] jets = new int[Bins];
        float[] values = sample.Jets.Floats(column);
        foreach (int row in sample.Background)
        {
            double rho = JetScaling.RhoPrime(sample.Mass[row], sample.Pt[row]);
            int bin = (int)Math.Floor((rho - Low) / (High - Low) * Bins);
            if (bin is >= 0 and < Bins && float.IsFinite(values[row]))
            {
                jets[bin]++;
                weight[bin] += sample.Weights[row];
                x[bin] += sample.Weights[row] * rho;
                y[bin] += sample.Weights[row] * values[row];
            }
        }

        int[] used = [.. Enumerable.Range(0, Bins).Where(bin => jets[bin] >= FewestJets && weight[bin] > 0)];
        return used.Length >= 3
            ? new(name, column, Slope(
                [.. used.Select(bin => x[bin] / weight[bin])], [.. used.Select(bin => y[bin] / weight[bin])],
                [.. used.Select(bin => (double)jets[bin])]))
            : throw new ArgumentException(
                $"{name}: {used.Length} of {Bins} bins of rho' between {Low} and {High} have {FewestJets} background "
                + "jets; a straight line needs three. Take more jets, or jets of other mass and momentum.");
    }

    private static double Slope(double[] x, double[] y, double[] jets)
    {
        double sum = jets.Sum(), meanX = x.Select((value, i) => jets[i] * value).Sum() / sum;
        double meanY = y.Select((value, i) => jets[i] * value).Sum() / sum;
        double mixed = x.Select((value, i) => jets[i] * (value - meanX) * (y[i] - meanY)).Sum();
        return mixed / x.Select((value, i) => jets[i] * (value - meanX) * (value - meanX)).Sum();
    }
}
