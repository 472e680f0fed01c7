using Moliere.Data.Objects;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Finds the slope of <see cref="LinearDiscriminant"/>: the straight line through tau21 of quark and gluon jets by
/// weighted least squares, which is that through its profile in narrow bins.
/// </summary>
/// <source>arXiv:1603.00027, section 3; range of the fit: ATL-PHYS-PUB-2018-014, section 4.1.</source>
public static class LinearDerivation
{
    private const double Low = 1.5, High = 4; // where the profile is straight; ATL-PHYS-PUB-2018-014
    private const int FewestJets = 30; // a slope of 30 jets is known to a fifth of the spread per unit of rho'

    /// <summary>Fits the slope.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="sample">Training jets.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than 30 jets lie in the range of the fit, or all at one place.
    /// </exception>
    public static LinearDiscriminant Derive(string name, BoostedSample sample)
    {
        const string column = BoostedJetColumns.Tau21;
        float[] values = sample.Jets.Floats(column);
        (double X, double Y, double Weight)[] points =
        [
            .. sample.Background.Where(row => float.IsFinite(values[row])).Select(row => (
                    JetScaling.RhoPrime(sample.Mass[row], sample.Pt[row]), (double)values[row],
                    (double)sample.Weights[row]))
                .Where(point => point.Item1 is >= Low and <= High && point.Item3 > 0),
        ];
        double sum = points.Sum(point => point.Weight);
        double meanX = points.Sum(point => point.Weight * point.X) / sum;
        double meanY = points.Sum(point => point.Weight * point.Y) / sum;
        double spread = points.Sum(point => point.Weight * (point.X - meanX) * (point.X - meanX));
        return points.Length >= FewestJets && spread > 0
            ? new(name, column, points.Sum(point => point.Weight * (point.X - meanX) * (point.Y - meanY)) / spread)
            : throw new ArgumentException(
                $"{name}: {points.Length} background jets have rho' between {Low} and {High}; a slope needs "
                + $"{FewestJets}. Take more jets, or jets of other mass and momentum.");
    }
}
