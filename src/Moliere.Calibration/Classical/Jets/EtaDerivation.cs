using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Derives the bias of the direction: the core of eta - eta_true, outward positive, in bins of |eta_det| and calibrated
/// energy, and a polynomial in the logarithm of the energy through it. Bins with too few jets borrow from their
/// neighbours as those of the response do.
/// </summary>
/// <source>arXiv:2007.02645, section 5.1.2; physics notes section 2.6, step 2.</source>
internal static class EtaDerivation
{
    private const int Farthest = 2;
    private const double PointError = 2e-4; // least error of a point in eta

    /// <summary>Fits jets at the scale of particles.</summary>
    public static EtaCorrection Derive(MatchedJets jets, JetChainOptions options)
    {
        var bins = DetectorEtaBins.OfWidth(options.Eta.EtaWidth, isFolded: true);
        var cells = new EtaCells(jets, bins, options.Eta.LogStep, EtaCorrection.LowestPt, row => jets.Momenta.Pt[row]);
        return new(bins, [.. Enumerable.Range(0, bins.Count).Select(bin => Fit(jets, cells, bin, options.Eta))]);
    }

    private static Polynomial Fit(MatchedJets jets, EtaCells cells, int bin, EtaOptions options)
    {
        List<double> x = [], y = [], weights = [];
        for (int step = 0; step < cells.Steps; step++)
        {
            int[] rows = cells.Borrowing(bin, step, options.JetsPerCore, Farthest);
            NormalEstimate core = jets.CoreOf(rows, row => Outward(jets, row));
            if (rows.Length >= options.JetsPerCore / 2 && core.IsValid)
            {
                double logPt = rows.Average(row => Math.Log(jets.Momenta.Pt[row]));
                double energy = Math.Exp(logPt) * Math.Cosh(cells.Bins.Centre(bin));
                x.Add(Math.Log(Math.Min(energy, EtaCorrection.HighestEnergy)));
                y.Add(core.Mean);
                weights.Add(1 / ((core.MeanError * core.MeanError) + (PointError * PointError)));
            }
        }

        return Polynomial.Fit([.. x], [.. y], [.. weights], options.Order);
    }

    private static double Outward(MatchedJets jets, int row) =>
        (jets.Momenta.Eta[row] - jets.TrueEta[row]) * Math.Sign(jets.Momenta.DetectorEta[row]);
}
