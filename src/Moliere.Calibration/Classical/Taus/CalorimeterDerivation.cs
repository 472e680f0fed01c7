using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Derives the calorimeter-based tau energy scale: in each bin of |eta| the slope with the number of vertices by one
/// least-squares fit of p_LC - p_true as straight lines between knots in ln p_true plus a (N_PV - mean), then the
/// response by numerical inversion of the medians. Too few taus of one number of prongs take the curves of all.
/// </summary>
/// <source>arXiv:1412.7086, section 4.1; physics notes section 3.4, item 1.</source>
internal static class CalorimeterDerivation
{
    private const double Window = 3; // residuals beyond so many widths are left out of the second fit

    /// <summary>Derives both parts.</summary>
    /// <param name="taus">Taus with their truth.</param>
    /// <param name="rows">Rows with momentum, tracks, vertices and true momentum.</param>
    /// <param name="options">Bins and ranges.</param>
    public static CalorimeterScale Derive(Table taus, int[] rows, TauScalesOptions options)
    {
        float[] tracks = taus.Floats(TauColumns.TrackCount), vertices = taus.Floats(TauColumns.VertexCount);
        float[] truth = taus.Floats(TauColumns.TruthPt);
        double mean = rows.Length == 0 ? 0 : rows.Average(row => (double)vertices[row]);
        ProngScale Of(bool isOneProng)
        {
            int[] own = [.. rows.Where(row => tracks[row] < 2 == isOneProng)];
            bool isEnough = options.IsEnough(own.Select(row => truth[row]));
            return Derive(taus, isEnough ? own : rows, mean, options);
        }

        return new(mean, Of(true), Of(false));
    }

    private static ProngScale Derive(Table taus, int[] rows, double meanVertices, TauScalesOptions options)
    {
        float[] pt = taus.Floats(TauColumns.Pt), truth = taus.Floats(TauColumns.TruthPt);
        float[] eta = taus.Floats(TauColumns.Eta), vertices = taus.Floats(TauColumns.VertexCount);
        IReadOnlyList<double> edges = options.Closure.EtaEdges;
        ILookup<int, int> bins = rows.ToLookup(row => ClosureSpline.BinOf(edges, eta[row]));
        double[] slopes = [.. Enumerable.Range(0, edges.Count - 1).Select(bin => Slope(
            [.. bins[bin].Where(row => truth[row] >= options.PileupPtMin && truth[row] < options.PileupPtMax)
                .Select(row => (Math.Log(truth[row]), vertices[row] - meanVertices, (double)pt[row] - truth[row]))],
            options))];
        var scale = new CalorimeterScale(meanVertices, new(slopes, Unity(edges)), new(slopes, Unity(edges)));
        float[] corrected = [.. rows.Select(row => (float)scale.At(pt[row], eta[row], 1, vertices[row]))];
        return new(slopes, ClosureDerivation.Derive(
            corrected, [.. rows.Select(row => truth[row])], [.. rows.Select(row => eta[row])], options.Closure));
    }

    private static ClosureSpline Unity(IReadOnlyList<double> edges) => new(edges, []);

    // Slope 0 where there are too few taus to tell.
    private static double Slope((double LogTruth, double Vertices, double Excess)[] taus, TauScalesOptions options)
    {
        if (taus.Length < options.TausPerSlope)
        {
            return 0;
        }

        double low = Math.Log(options.PileupPtMin), step = (Math.Log(options.PileupPtMax) - low) / options.PileupKnots;
        double[] knots = [.. Enumerable.Range(0, options.PileupKnots + 1).Select(k => low + (k * step))];
        double[] first = Fit(taus, knots);
        double Residual((double LogTruth, double Vertices, double Excess) tau) =>
            tau.Excess - new PiecewiseLinear(knots, first[..^1]).At(tau.LogTruth) - (first[^1] * tau.Vertices);
        NormalEstimate centre = CentralFit.Of([.. taus.Select(tau => (float)Residual(tau))], []);
        return Fit([.. taus.Where(tau => Math.Abs(Residual(tau) - centre.Mean) < Window * centre.Width)], knots)[^1];
    }

    private static double[] Fit((double LogTruth, double Vertices, double Excess)[] taus, double[] knots)
    {
        var system = new LeastSquares(knots.Length + 1);
        var basis = new double[knots.Length + 1];
        foreach ((double logTruth, double vertices, double excess) in taus)
        {
            (int left, double share) = PiecewiseLinear.Place(knots, logTruth);
            Array.Clear(basis);
            (basis[left], basis[left + 1], basis[^1]) = (1 - share, share, vertices);
            system.Add(basis, excess);
        }

        return system.Solve();
    }
}
