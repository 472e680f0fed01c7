using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Both parts of the Bayesian network's uncertainty against the number of clusters it learnt from.</summary>
internal static class LearningCurve
{
    /// <summary>Binning variable of the entries: clusters that were learnt from.</summary>
    public const string Variable = "training_rows";

    private static string Method => NetworkTranslation.NameOf(ClusterMethod.Bnn);

    /// <summary>Entries of both parts for every size, on the same clusters.</summary>
    /// <param name="sizes">The networks by number of clusters.</param>
    /// <param name="clusters">Clusters to judge on.</param>
    /// <param name="options">Seed and replicas.</param>
    public static IReadOnlyList<FigureEntry> Measure(
        IReadOnlyList<(int Rows, NetworkCalibration Calibration)> sizes, Table clusters, MetricsOptions options) =>
    [
        .. sizes.SelectMany(size =>
        {
            ValidationSample sample = Judgement.SampleOf(clusters, [new(Method, size.Calibration.Apply(clusters))]);
            return ResponseValidation.Evaluate(sample, [], options)
                .Where(entry => entry.Variable is null)
                .Where(entry => entry.Metric is MetricName.SigmaStat or MetricName.SigmaSyst)
                .Select(entry => entry with { Variable = Variable, Low = size.Rows, High = size.Rows });
        }),
    ];

    /// <summary>The curve as a figure; null with fewer than two sizes.</summary>
    /// <param name="entries">Result of <see cref="Measure"/>.</param>
    /// <param name="label">Where the clusters come from.</param>
    public static Figure? Draw(IReadOnlyList<FigureEntry> entries, string label)
    {
        SigmaAtSize[] sizes = [.. Sizes(entries)];
        return sizes.Length < 2 ? null : SigmaLearning.Figure(Method, sizes, label);
    }

    private static IEnumerable<SigmaAtSize> Sizes(IReadOnlyList<FigureEntry> entries)
    {
        foreach (FigureEntry stat in entries.Where(entry => entry.Metric == MetricName.SigmaStat))
        {
            FigureEntry? syst = entries.InBin(MetricName.SigmaSyst, Method, Variable, stat.Low, stat.High);
            if (stat.Value is { } known && syst?.Value is { } rest)
            {
                yield return new((int)stat.Low!.Value, known, stat.Error, rest, syst.Error);
            }
        }
    }
}
