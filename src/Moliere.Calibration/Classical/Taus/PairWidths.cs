using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Relative widths of two measurements of the same transverse momentum, and their correlation, over the logarithm of
/// the momentum; constant beyond the ends.
/// </summary>
/// <param name="LogPt">ln of the transverse momentum [GeV], strictly ascending, at least one.</param>
/// <param name="Calorimeter">sigma_c / p at each knot, positive.</param>
/// <param name="Substructure">sigma_s / p at each knot, positive.</param>
/// <param name="Correlation">rho at each knot, in [-1, 1].</param>
/// <source>ATL-PHYS-PUB-2015-045, section 3; physics notes section 3.4, item 2.</source>
public sealed record PairWidths(double[] LogPt, double[] Calorimeter, double[] Substructure, double[] Correlation)
{
    private const double LeastWidth = 1e-3; // a width of 0 comes from equal values in a tiny sample

    /// <summary>Weight of the calorimeter in the mean with the least variance, kept in [0, 1].</summary>
    /// <param name="logPt">ln of the transverse momentum [GeV].</param>
    public double Weight(double logPt)
    {
        (double c, double s, double covariance) = At(logPt);
        double square = (c * c) + (s * s) - (2 * covariance);
        return square > 0 ? Math.Clamp(((s * s) - covariance) / square, 0, 1) : 1;
    }

    /// <summary>Relative width of the difference of both, not negative.</summary>
    /// <param name="logPt">ln of the transverse momentum [GeV].</param>
    public double Difference(double logPt)
    {
        (double c, double s, double covariance) = At(logPt);
        return Math.Sqrt(Math.Max(0, (c * c) + (s * s) - (2 * covariance)));
    }

    /// <summary>Measures widths and correlation in groups of equal size along the true momentum.</summary>
    /// <param name="taus">ln of the true momentum, and both measurements over it, of at least one tau.</param>
    /// <param name="perKnot">Taus behind each knot; fewer make a single one.</param>
    internal static PairWidths Of(
        IReadOnlyList<(double LogTruth, double Calorimeter, double Substructure)> taus, int perKnot)
    {
        (double LogTruth, double Calorimeter, double Substructure)[] sorted = [.. taus.OrderBy(tau => tau.LogTruth)];
        int count = Math.Max(1, sorted.Length / perKnot);
        var widths = new PairWidths(new double[count], new double[count], new double[count], new double[count]);
        for (int k = 0; k < count; k++)
        {
            int first = (int)((long)sorted.Length * k / count), last = (int)((long)sorted.Length * (k + 1) / count);
            double[] c = [.. sorted[first..last].Select(tau => tau.Calorimeter)];
            double[] s = [.. sorted[first..last].Select(tau => tau.Substructure)];
            widths.LogPt[k] = sorted[first..last].Average(tau => tau.LogTruth);
            widths.Correlation[k] = CentralWidth.Correlation(c, s);
            (widths.Calorimeter[k], widths.Substructure[k]) =
                (Math.Max(LeastWidth, CentralWidth.Of(c)), Math.Max(LeastWidth, CentralWidth.Of(s)));
        }

        return widths.Rising();
    }

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => LogPt is { Length: > 0 }
        && Enumerable.Range(1, LogPt.Length - 1).All(i => LogPt[i] > LogPt[i - 1])
        && IsPerKnot(Calorimeter, width => width > 0 && double.IsFinite(width))
        && IsPerKnot(Substructure, width => width > 0 && double.IsFinite(width))
        && IsPerKnot(Correlation, rho => Math.Abs(rho) <= 1)
            ? null : "widths without one positive number per knot";

    // Groups of equal momenta have no order: the first of them stands for all.
    private PairWidths Rising()
    {
        int[] kept = [.. Enumerable.Range(0, LogPt.Length).Where(k => k == 0 || LogPt[k] > LogPt[k - 1])];
        double[] Of(double[] values) => [.. kept.Select(k => values[k])];
        return new(Of(LogPt), Of(Calorimeter), Of(Substructure), Of(Correlation));
    }

    private bool IsPerKnot(double[]? values, Predicate<double> isFine) =>
        values?.Length == LogPt.Length && Array.TrueForAll(values, isFine);

    private (double Calorimeter, double Substructure, double Covariance) At(double logPt)
    {
        double c = new PiecewiseLinear(LogPt, Calorimeter).At(logPt);
        double s = new PiecewiseLinear(LogPt, Substructure).At(logPt);
        return (c, s, new PiecewiseLinear(LogPt, Correlation).At(logPt) * c * s);
    }
}
