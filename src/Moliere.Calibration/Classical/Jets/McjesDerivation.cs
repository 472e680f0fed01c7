using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Derives the mean response by numerical inversion: the normal core of E / E_true in bins of eta_det and E_true gives
/// R(E_true); each point moves to the measured energy R E_true, and a curve through the points is R as a function of
/// what is measured.
/// </summary>
/// <remarks>
/// A bin with too few jets borrows those of its neighbours in eta_det with the same true pT, one further on both sides
/// until there are enough, at most four. Without any jet in reach it gives no point.
/// </remarks>
/// <source>arXiv:2007.02645, section 5.1.2; physics notes section 2.6, step 2.</source>
internal static class McjesDerivation
{
    private const int Farthest = 4;
    private const int Knots = 80; // of the tabulated curve: a step of some percent in energy
    private const double PointError = 0.002; // least error of a point, so that no single one rules the fit

    /// <summary>Fits the response of jets after pile-up subtraction.</summary>
    public static McjesInversion Derive(MatchedJets jets, JetChainOptions options)
    {
        McjesOptions mcjes = options.Mcjes;
        DetectorEtaBins bins = mcjes.EtaWidth > 0
            ? DetectorEtaBins.OfWidth(mcjes.EtaWidth, mcjes.IsFolded)
            : DetectorEtaBins.For(jets.Rows.Length, mcjes.JetsPerEtaBin);
        var cells = new EtaCells(jets, bins, mcjes.LogStep, options.LowestTruePt, row => jets.TruePt[row]);
        return new(bins, [.. Enumerable.Range(0, bins.Count).Select(bin => Curve(jets, cells, bin, mcjes))]);
    }

    private static PiecewiseLinear Curve(MatchedJets jets, EtaCells cells, int bin, McjesOptions options)
    {
        var points = new List<(double LogEnergy, double Response, double Weight)>();
        for (int step = 0; step < cells.Steps; step++)
        {
            int[] rows = cells.Borrowing(bin, step, options.JetsPerCore, Farthest);
            NormalEstimate core = jets.CoreOf(rows, jets.EnergyResponse);
            if (rows.Length >= options.JetsPerCore / 2 && core.Mean > 0)
            {
                double logPt = rows.Average(row => Math.Log(jets.TruePt[row]));
                double logEnergy = logPt + Math.Log(core.Mean * Math.Cosh(cells.Bins.Centre(bin)));
                double variance = (core.MeanError * core.MeanError) + (PointError * PointError);
                points.Add((logEnergy, core.Mean, 1 / variance));
            }
        }

        return points.Count == 0 ? new([0], [1]) : Tabulate(points, options);
    }

    private static PiecewiseLinear Tabulate(
        List<(double LogEnergy, double Response, double Weight)> points, McjesOptions options)
    {
        points.Sort();
        double[] x = [.. points.Select(p => p.LogEnergy)], y = [.. points.Select(p => p.Response)];
        Polynomial curve = Polynomial.Fit(x, y, [.. points.Select(p => p.Weight)], options.Order);
        double[] knots = x[^1] > x[0]
            ? [.. Enumerable.Range(0, Knots + 1).Select(i => x[0] + ((x[^1] - x[0]) * i / Knots))]
            : [x[0]];
        return new(knots, [.. knots.Select(curve.At)]);
    }
}
