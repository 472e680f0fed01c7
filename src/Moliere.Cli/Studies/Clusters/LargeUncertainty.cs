using System.Globalization;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// Where the clusters with the largest sigma_tot / R lie: by sampling, and over eta and phi. It needs tables that carry
/// their cells.
/// </summary>
internal static class LargeUncertainty
{
    private const double Top = 0.01;

    /// <summary>Binning variable of a sampling.</summary>
    public static string VariableOf(CaloSampling sampling) => $"layer_{sampling}";

    /// <summary>
    /// Enrichment of the clusters of every sampling among the top 1 % of each method; empty without cells.
    /// </summary>
    /// <param name="clusters">The clusters judged on.</param>
    /// <param name="sample">The same with predictions.</param>
    /// <param name="options">Seed and replicas.</param>
    public static IReadOnlyList<FigureEntry> Enrichments(
        Table clusters, ValidationSample sample, MetricsOptions options)
    {
        if (!clusters.Has(ClusterColumns.CellIndex))
        {
            return [];
        }

        CaloSampling[] leading = LeadingSampling.Of(clusters, DetectorDescription.Default.BuildGeometry());
        MethodSample[] methods = [.. sample.Methods.Where(method => method.Predictions.HasUncertainty)];
        return
        [
            .. leading.Distinct().Order().SelectMany(sampling => methods.Select(method =>
                Of(sampling, [.. leading.Select(own => own == sampling)], sample, method, options))),
        ];
    }

    /// <summary>One row per sampling, one column per method; null without entries.</summary>
    /// <param name="entries">Result of <see cref="Enrichments"/>.</param>
    public static ReportTable? Table(IReadOnlyList<FigureEntry> entries)
    {
        string[] methods = [.. entries.Select(entry => entry.Method).Distinct()];
        return entries.Count == 0 ? null : new()
        {
            Caption = "Share of a sampling among the 1 % of clusters with the largest σ_{tot} / R, over its share "
                + "among all; a cluster belongs to the sampling with most of its signal",
            Columns = ["sampling", "clusters", .. methods],
            Rows =
            [
                .. entries.GroupBy(entry => entry.Variable!).Select(group => (string[])
                [
                    group.Key["layer_".Length..],
                    group.First().Entries.ToString(CultureInfo.InvariantCulture),
                    .. group.Select(Text),
                ]),
            ],
        };
    }

    /// <summary>
    /// Map over eta and phi for the last method with uncertainty; null if there is none, or no direction.
    /// </summary>
    /// <param name="clusters">The clusters judged on.</param>
    /// <param name="sample">The same with predictions.</param>
    /// <param name="label">Where the clusters come from.</param>
    public static Figure? Map(Table clusters, ValidationSample sample, string label)
    {
        MethodSample? method = sample.Methods.LastOrDefault(candidate => candidate.Predictions.SigmaStat is not null);
        if (method is null || !clusters.Has(ClusterColumns.Rapidity) || !clusters.Has(ClusterColumns.Phi))
        {
            return null;
        }

        Predictions predictions = method.Predictions;
        var map = new UncertaintyMap
        {
            X = clusters.Floats(ClusterColumns.Rapidity),
            Y = clusters.Floats(ClusterColumns.Phi),
            RelativeSigma =
                [.. predictions.Response.Select((r, row) => (float)(predictions.SigmaTotal(row) / r))],
            Weights = sample.Weights,
            TopFraction = Top,
            XEdges = Edges(17, -1.7, 1.7),
            YEdges = Edges(8, -Math.PI, Math.PI),
        };
        return map.Figure(
            "uncertainty-map", $"Most uncertain clusters of {method.Name}", method.Name,
            new PlotAxis("η"), new PlotAxis("φ [rad]"), label);
    }

    private static FigureEntry Of(
        CaloSampling sampling, bool[] isMember, ValidationSample sample, MethodSample method, MetricsOptions options) =>
        Enrichment.OfUncertainty(sample, method, isMember, Top, options) with
        {
            Variable = VariableOf(sampling),
            Entries = isMember.Count(member => member),
        };

    private static string Text(FigureEntry entry) => entry.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00} ± {entry.Error ?? 0:0.00}")
        : "–";

    private static double[] Edges(int bins, double low, double high) =>
        [.. Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins))];
}
