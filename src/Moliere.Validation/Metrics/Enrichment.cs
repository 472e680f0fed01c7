using System.Globalization;

namespace Moliere.Validation.Metrics;

/// <summary>
/// How much more often a class occurs among the rows with the largest scores than among all rows: 1 when the score
/// knows nothing about the class. Answers "where are the clusters whose uncertainty is large?".
/// </summary>
/// <source>Physics notes, section 1.8; the "lift" of Berry, Linoff, Data Mining Techniques (2004), chapter 4.</source>
public static class Enrichment
{
    /// <summary>
    /// Enrichment of a class among the rows with the largest sigma_tot / R_pred of a method, as an entry of the whole
    /// sample named <c>enrichment_topN</c>, N percent. Rows that the method did not calibrate are left out.
    /// </summary>
    /// <param name="sample">Rows, weights, events.</param>
    /// <param name="method">A method with uncertainty.</param>
    /// <param name="isMember">Whether each row belongs to the class.</param>
    /// <param name="fraction">Part of the weight that is on top, in (0, 1).</param>
    /// <param name="options">Seed and replicas.</param>
    public static FigureEntry OfUncertainty(
        ValidationSample sample, MethodSample method, bool[] isMember, double fraction, MetricsOptions options)
    {
        UncertaintyColumns columns = UncertaintyColumns.WithoutScores(sample, method.Predictions);
        float[] score = [.. Enumerable.Range(0, sample.Rows).Select(columns.RelativeTotal)];
        (double? value, double? error) = Of(isMember, score, sample.Weights, sample.Events, fraction, options);
        return new()
        {
            Metric = NameOf(fraction),
            Method = method.Name,
            Value = value,
            Error = error,
            Entries = score.Count(float.IsFinite),
        };
    }

    /// <summary>Name of the metric for a fraction, such as <c>enrichment_top1</c> for 0.01.</summary>
    /// <param name="fraction">In (0, 1).</param>
    public static string NameOf(double fraction) =>
        "enrichment_top" + Math.Round(100 * fraction, 6).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Enrichment and half of its 95 % bootstrap interval; null where there is none.</summary>
    /// <param name="isMember">Whether each row belongs to the class.</param>
    /// <param name="score">Score of each row; rows that are not finite are left out, equal scores go by row.</param>
    /// <param name="weights">Weight of each row, also negative; null means 1.</param>
    /// <param name="events">Event of each row, resampled together; null resamples rows.</param>
    /// <param name="fraction">Part of the weight that is on top, in (0, 1).</param>
    /// <param name="options">Seed and replicas.</param>
    public static (double? Value, double? Error) Of(
        bool[] isMember, float[] score, float[]? weights, ulong[]? events, double fraction, MetricsOptions options)
    {
        int[] descending = [.. Enumerable.Range(0, score.Length).Where(row => float.IsFinite(score[row]))
            .OrderByDescending(row => score[row])];
        BootstrapCounts bootstrap = BootstrapCounts.Draw(events, score.Length, options);
        var series = new ReplicaSeries(options.Replicas);
        for (int replica = -1; replica < options.Replicas; replica++)
        {
            ReadOnlySpan<byte> counts = replica < 0 ? [] : bootstrap.Of(replica);
            var taken = new double[score.Length];
            foreach (int row in descending)
            {
                taken[row] = (weights?[row] ?? 1) * (counts.IsEmpty ? 1 : counts[bootstrap.Groups[row]]);
            }

            series.Set(replica, Ratio(isMember, descending, taken, fraction));
        }

        return (Finite(series.Value), Finite(series.HalfInterval()));
    }

    private static double Ratio(bool[] isMember, int[] descending, double[] weights, double fraction)
    {
        double total = descending.Sum(row => weights[row]);
        double members = descending.Where(row => isMember[row]).Sum(row => weights[row]);
        double top = 0, topMembers = 0;
        for (int i = 0; i < descending.Length && top < fraction * total; i++)
        {
            double weight = weights[descending[i]];
            top += weight;
            topMembers += isMember[descending[i]] ? weight : 0;
        }

        return topMembers / top / (members / total);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
