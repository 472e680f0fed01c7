namespace Moliere.Validation.Metrics;

/// <summary>Figures of one method on one test part.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Entries">Rows of the test part.</param>
/// <param name="Figures">Names and values.</param>
public sealed record SplitFigures(
    string Method, int Entries, IReadOnlyList<(string Metric, double Value)> Figures);

/// <summary>Draws the figures of repeated splits together.</summary>
public static class RepeatedFigures
{
    /// <summary>
    /// One entry per method and metric: the mean over the splits, and its standard error (standard deviation over root
    /// of their number). Test parts of different splits overlap, so the error is the customary one rather than exact.
    /// </summary>
    /// <param name="splits">All splits of all methods.</param>
    /// <returns>Methods and metrics in the order they first appear; no error for a single split.</returns>
    public static IReadOnlyList<FigureEntry> Of(IReadOnlyList<SplitFigures> splits)
    {
        var entries = new List<FigureEntry>();
        foreach (IGrouping<string, SplitFigures> method in splits.GroupBy(split => split.Method))
        {
            foreach (string metric in method.SelectMany(split => split.Figures).Select(f => f.Metric).Distinct())
            {
                double[] values = [.. method.SelectMany(split => split.Figures)
                    .Where(figure => figure.Metric == metric).Select(figure => figure.Value)];
                entries.Add(Entry(method.Key, metric, values, method.Sum(split => split.Entries)));
            }
        }

        return entries;
    }

    private static FigureEntry Entry(string method, string metric, double[] values, int entries)
    {
        double mean = values.Average(), squares = values.Sum(value => (value - mean) * (value - mean));
        double? error = values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1) / values.Length) : null;
        return new()
        {
            Metric = metric,
            Method = method,
            Value = double.IsFinite(mean) ? mean : null,
            Error = error is { } finite && double.IsFinite(finite) ? finite : null,
            Entries = entries,
        };
    }
}
