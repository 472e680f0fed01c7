namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// Where a tau stands among all by the relative sigma that a method predicts for it. A cut on the rank keeps a known
/// share of the taus, whatever the scale of sigma; a cut on sigma over a standardised mean does not.
/// </summary>
/// <source>Physics notes section 3.3, "high-purity" split: cut by quantile of sigma_t / t.</source>
public static class SigmaRanks
{
    /// <summary>
    /// Ranks of sigma_tot / R_pred in (0, 1), smallest first, <c>[B]</c>; equal ones in the order of rows, NaN for taus
    /// without a valid target or a calibration.
    /// </summary>
    /// <param name="sample">The taus.</param>
    /// <param name="method">A method with uncertainty.</param>
    public static float[] Of(ValidationSample sample, MethodSample method) =>
        Of(new TauResponse(sample, method), [BinnedRows.Valid(sample.Target)], sample.Rows);

    /// <summary>The same ranks within each bin of an axis; NaN outside its bins.</summary>
    /// <param name="sample">The taus.</param>
    /// <param name="method">A method with uncertainty.</param>
    /// <param name="axis">An axis whose bins do not overlap.</param>
    public static float[] Within(ValidationSample sample, MethodSample method, BinAxis axis) => Of(
        new TauResponse(sample, method),
        BinnedRows.Of(axis, sample.Variable(axis.Variable), BinnedRows.Valid(sample.Target)).Rows, sample.Rows);

    private static float[] Of(TauResponse response, int[][] groups, int rows)
    {
        var ranks = new float[rows];
        Array.Fill(ranks, float.NaN);
        foreach (int[] group in groups)
        {
            int[] known = Array.FindAll(group, row => float.IsFinite(response.RelativeSigma(row)));
            float[] sigma = Array.ConvertAll(known, row => response.RelativeSigma(row));
            int[] order = [.. Enumerable.Range(0, known.Length).OrderBy(i => sigma[i])]; // stable
            for (int place = 0; place < order.Length; place++)
            {
                ranks[known[order[place]]] = (float)((place + 0.5) / order.Length);
            }
        }

        return ranks;
    }
}
