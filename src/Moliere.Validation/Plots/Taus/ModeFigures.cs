using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Validation.Plots.Taus;

/// <summary>Which decay modes are taken for which.</summary>
/// <source>arXiv:1512.05955, figure 9: the matrix of true against found modes, each true mode summing to 1.</source>
public static class ModeFigures
{
    /// <summary>Share of each true mode that is found as each mode, <c>[true, found]</c>; 0 for a mode without taus.
    /// </summary>
    /// <param name="truth">True mode per row; rows with other numbers than 0 to 4 are left out.</param>
    /// <param name="found">Mode that was found per row, such as <see cref="TauAxes.LargestOf"/>.</param>
    /// <param name="weights">Event weights; null means 1.</param>
    public static double[,] Shares(float[] truth, float[] found, float[]? weights)
    {
        int count = TauAxes.ModeNames.Count;
        var shares = new double[count, count];
        for (int row = 0; row < truth.Length; row++)
        {
            if (truth[row] >= 0 && truth[row] < count && found[row] >= 0 && found[row] < count)
            {
                shares[(int)truth[row], (int)found[row]] += weights?[row] ?? 1;
            }
        }

        for (int mode = 0; mode < count; mode++)
        {
            double total = Enumerable.Range(0, count).Sum(other => shares[mode, other]);
            for (int other = 0; other < count && total > 0; other++)
            {
                shares[mode, other] /= total;
            }
        }

        return shares;
    }

    /// <summary>The matrix with its numbers; null where the sample lacks either column.</summary>
    /// <param name="sample">Taus.</param>
    /// <param name="choices">Label.</param>
    public static Figure? Confusion(ValidationSample sample, FigureChoices choices)
    {
        if (!sample.Variables.TryGetValue(TauAxes.TrueMode, out float[]? truth)
            || !sample.Variables.TryGetValue(TauAxes.FoundMode, out float[]? found))
        {
            return null;
        }

        double[] edges = [.. Enumerable.Range(0, TauAxes.ModeNames.Count + 1)];
        double[,] shares = Shares(truth, found, sample.Weights);
        for (int x = 0; x < shares.GetLength(0); x++)
        {
            for (int y = 0; y < shares.GetLength(1); y++)
            {
                shares[x, y] = Math.Max(0, shares[x, y]); // negative weights may leave a cell below nothing
            }
        }

        return new()
        {
            Id = "decay-modes",
            Title = "Decay modes, true and found",
            X = new PlotAxis("true decay mode") { Names = TauAxes.ModeNames },
            Y = new PlotAxis("mode of the largest probability") { Names = TauAxes.ModeNames },
            Layers =
            [
                new HeatLayer(TauMetric.ModeClassifier, edges, edges, shares, "share of the true mode")
                {
                    ShowsNumbers = true,
                },
            ],
            Label = choices.Label,
            Caption = "Share of the taus of each true decay mode that is classified as each mode; columns sum to 1. "
                + "Prongs are told apart by tracks; neutral pions that are lost or made up blur the rest.",
        };
    }
}
