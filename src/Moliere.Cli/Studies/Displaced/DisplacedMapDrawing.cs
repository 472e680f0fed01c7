using System.Globalization;
using Moliere.Data.Objects;
using Moliere.Tagging.Displaced;
using Moliere.Tagging.Preservation;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The efficiency map beside the full chain, axis by axis.</summary>
/// <param name="map">The map with its closure.</param>
/// <param name="label">Text on every figure.</param>
internal sealed class DisplacedMapDrawing(JetMap map, string label)
{
    /// <summary>Name of the map in legends.</summary>
    public const string MapName = "efficiency map";

    /// <summary>Name of what it stands for.</summary>
    public const string ChainName = "full chain";

    private static readonly Dictionary<string, (string Id, string Title)> s_names = new(StringComparer.Ordinal)
    {
        [DisplacedJetColumns.DecayRadius] = ("l-xy", "L_{xy}"),
        [JetMap.AbsoluteZ] = ("l-z", "|L_{z}|"),
        [DisplacedJetColumns.LongLivedPt] = ("pt", "p_{T}"),
        [JetMap.AbsoluteEta] = ("eta", "|η|"),
        [DisplacedJetColumns.DecayProduct] = ("product", "|PDG number| of the product"),
        [DisplacedJetColumns.LongLivedMass] = ("mass", "mass"),
    };

    /// <summary>A figure per axis.</summary>
    public IReadOnlyList<Figure> Figures => [.. map.Map.Axes.Select(Figure)];

    /// <summary>The closure, cell by cell.</summary>
    public ReportTable Table => new()
    {
        Caption = Text($"Efficiency map of {map.Map.Bins.Count} bins: {map.Map.Selection}. Measured on ")
            + Text($"{map.Map.Provenance["entries"]} particles, closed on {map.Tested} others: ")
            + map.Closing,
        Columns = ["quantity", "cell", "tagged [%]", "map [%]", "difference in errors"],
        Rows =
        [
            .. map.Closure.Select(closure => (IReadOnlyList<string>)
            [
                closure.Axis.Length == 0 ? "all" : Plain(closure.Axis), Cell(closure),
                .. closure.Total > 0 ? Shares(closure) : ["–", "–"],
                Text($"{closure.Pull:+0.0;-0.0}"),
            ]),
        ],
    };

    private Figure Figure(EfficiencyAxis axis)
    {
        (string id, string title) = s_names[axis.Name];
        bool isCategory = axis.Categories.Count > 0;
        EfficiencyClosure[] closures = [.. map.Closure.Where(closure => closure.Axis == axis.Name)];
        CurvePoint Point(EfficiencyClosure closure, double tagged, double? error) => new(
            isCategory ? closure.Cell : axis.Edges[closure.Cell],
            isCategory ? closure.Cell + 1 : Math.Min(axis.Edges[closure.Cell + 1], 2 * axis.Edges[^2]),
            tagged / closure.Total, error / closure.Total);
        return new()
        {
            Id = $"efficiency-{id}",
            Title = $"Particles with a tagged jet, by {title}",
            X = new PlotAxis(isCategory || axis.Unit.Length == 0 ? title : $"{title} [{axis.Unit}]")
            {
                Names = isCategory ? [.. Enumerable.Range(0, axis.Count).Select(axis.Describe)] : null,
            },
            Y = new PlotAxis("share of particles") { Low = 0, High = 1.05 },
            Label = label,
            Caption = "Particles that the map has not seen, those without a jet included. Bands are 95 % intervals of "
                + "the difference; the last cell is drawn to twice its lower edge at most.",
            Layers =
            [
                new CurveLayer(ChainName, [.. closures.Select(closure => Point(closure, closure.Observed, null))]),
                new CurveLayer(
                    MapName, [.. closures.Select(closure => Point(closure, closure.Predicted, 1.96 * closure.Sigma))]),
            ],
        };
    }

    private static string[] Shares(EfficiencyClosure closure) =>
    [
        Text($"{100 * closure.Observed / closure.Total:0.0}"),
        Text($"{100 * closure.Predicted / closure.Total:0.0} ± {100 * closure.Sigma / closure.Total:0.0}"),
    ];

    private string Cell(EfficiencyClosure closure) => closure.Axis.Length == 0 ? ""
        : map.Map.Axes.First(axis => axis.Name == closure.Axis).Describe(closure.Cell);

    private static string Plain(string axis) =>
        s_names[axis].Title.Replace("_{", "_", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
