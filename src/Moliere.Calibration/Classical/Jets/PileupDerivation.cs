using Moliere.Data.Objects;
using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Derives the residual slopes with the number of vertices and of collisions: one least-squares fit of what the area
/// leaves over, pT - rho A - pT_true, as a parabola in pT_true plus alpha (N_PV - 1) + beta mu, all coefficients linear
/// between knots in |eta_det|. A second pass leaves out residuals beyond three widths. Without any jet in the range of
/// pT_true all slopes are 0.
/// </summary>
/// <source>arXiv:2007.02645, section 5.1.1, where the slopes come from bins instead of one fit.</source>
internal static class PileupDerivation
{
    private const int Terms = 5; // 1, pT, pT², N_PV - 1, mu
    private const double Window = 3;

    /// <summary>Fits the slopes on jets at constituent scale.</summary>
    public static PileupSubtraction Derive(MatchedJets jets, JetChainOptions options)
    {
        double[] knots = [.. options.Pileup.EtaKnots];
        int[] rows = [.. jets.Rows.Where(row =>
            jets.TruePt[row] >= options.Pileup.LowestTruePt && jets.TruePt[row] < options.Pileup.HighestTruePt)];
        if (rows.Length == 0)
        {
            return new(new(knots, new double[knots.Length]), new(knots, new double[knots.Length]));
        }

        Func<int, double> target = Target(jets);
        double[] first = Solve(jets, rows, knots, target);
        double Residual(int row) => target(row) - Model(jets, row, knots, first);
        NormalEstimate core = jets.CoreOf(rows, Residual);
        int[] inside = [.. rows.Where(row => Math.Abs(Residual(row) - core.Mean) < Window * core.Width)];
        double[] solution = Solve(jets, inside, knots, target);
        return new(Slope(knots, solution, 3), Slope(knots, solution, 4));
    }

    private static Func<int, double> Target(MatchedJets jets)
    {
        float[] density = jets.Momenta.Table.Floats(JetColumns.Density);
        float[] area = jets.Momenta.Table.Floats(JetColumns.Area);
        return row => jets.Momenta.Pt[row] - (density[row] * area[row]) - jets.TruePt[row];
    }

    private static double[] Solve(MatchedJets jets, int[] rows, double[] knots, Func<int, double> target)
    {
        var system = new LeastSquares(Terms * knots.Length);
        var basis = new double[Terms * knots.Length];
        Func<int, double[]> terms = TermsOf(jets);
        foreach (int row in rows)
        {
            FillBasis(basis, knots, Math.Abs(jets.Momenta.DetectorEta[row]), terms(row));
            double value = target(row);
            if (double.IsFinite(value) && basis.All(double.IsFinite))
            {
                system.Add(basis, value, jets.Weight.Length > 0 ? jets.Weight[row] : 1);
            }
        }

        return system.Solve();
    }

    private static double Model(MatchedJets jets, int row, double[] knots, double[] solution)
    {
        var basis = new double[solution.Length];
        FillBasis(basis, knots, Math.Abs(jets.Momenta.DetectorEta[row]), TermsOf(jets)(row));
        return basis.Zip(solution).Sum(pair => pair.First * pair.Second);
    }

    // Momenta and counts near 1 keep the normal equations well conditioned.
    private static Func<int, double[]> TermsOf(MatchedJets jets)
    {
        float[] vertices = jets.Momenta.Table.Floats(JetColumns.VertexCount);
        float[] mu = jets.Momenta.Table.Floats(JetColumns.Mu);
        return row =>
        {
            double pt = (jets.TruePt[row] / 30.0) - 1;
            return [1, pt, pt * pt, (vertices[row] - 1) / 20, mu[row] / 40];
        };
    }

    private static void FillBasis(Span<double> basis, double[] knots, double eta, double[] terms)
    {
        basis.Clear();
        (int left, double share) = PiecewiseLinear.Place(knots, eta);
        for (int term = 0; term < Terms; term++)
        {
            basis[(term * knots.Length) + left] = (1 - share) * terms[term];
            if (share > 0)
            {
                basis[(term * knots.Length) + left + 1] = share * terms[term];
            }
        }
    }

    private static PiecewiseLinear Slope(double[] knots, double[] solution, int term)
    {
        double unit = term == 3 ? 20 : 40; // as in TermsOf
        return new(knots, [.. solution.AsSpan(term * knots.Length, knots.Length).ToArray().Select(v => v / unit)]);
    }
}
