using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Figures of the simulation over a reference, with their ratio below.</summary>
internal sealed class ComparedFigures(string label)
{
    /// <summary>The two methods, in the order of colours and legends.</summary>
    public static IReadOnlyList<string> Methods { get; } = [ComparedValue.Reference, ComparedValue.Simulation];

    /// <summary>A distribution over its reference in the same bins.</summary>
    /// <param name="found">Filled once per entry, with the reference's edges.</param>
    /// <param name="reference">What it is compared with.</param>
    /// <param name="id">Name of the files.</param>
    /// <param name="texts">Heading and titles of both axes.</param>
    /// <param name="isLogarithmic">Whether the vertical axis is.</param>
    public Figure Distribution(
        EventHistogram found, ReferenceDistribution reference, string id, (string Title, string X, string Y) texts,
        bool isLogarithmic = false) => Of(
            id, texts,
            [
                new CurveLayer(ComparedValue.Reference, Points(reference.Edges, reference.Values, reference.Errors)),
                new CurveLayer(ComparedValue.Simulation, Points(reference.Edges, found.Values, found.Errors)),
            ],
            isLogarithmic, $"Reference: {reference.Source}.");

    /// <summary>Numbers in bins over their references.</summary>
    /// <param name="values">All of one metric, with bins and references.</param>
    /// <param name="id">Name of the files.</param>
    /// <param name="texts">Heading and titles of both axes.</param>
    /// <param name="source">Where the references come from.</param>
    /// <param name="isLogarithmic">Whether the horizontal axis is.</param>
    public Figure Bins(
        IReadOnlyList<ComparedValue> values, string id, (string Title, string X, string Y) texts, string source,
        bool isLogarithmic = true)
    {
        CurvePoint[] found = [.. values.Select(v => Point(v, v.Found, v.Error, v.Entries))];
        CurvePoint[] wanted =
            [.. values.Where(v => v.Wanted is not null).Select(v => Point(v, v.Wanted!.Value, v.WantedError, 0))];
        CurveLayer simulation = new(ComparedValue.Simulation, found);
        FigureLayer[] layers =
            wanted.Length > 0 ? [new CurveLayer(ComparedValue.Reference, wanted), simulation] : [simulation];
        Figure figure = Of(id, texts, layers, false, source.Length > 0 ? $"Reference: {source}." : "");
        return figure with
        {
            X = figure.X with { IsLogarithmic = isLogarithmic },
            Ratio = wanted.Length > 0 ? figure.Ratio : null,
        };
    }

    private Figure Of(
        string id, (string Title, string X, string Y) texts, FigureLayer[] layers, bool isLogarithmic,
        string caption) => new()
        {
            Id = id,
            Title = texts.Title,
            X = new PlotAxis(texts.X),
            Y = new PlotAxis(texts.Y) { IsLogarithmic = isLogarithmic, Low = isLogarithmic ? null : 0 },
            Layers = layers,
            Ratio = new RatioPanel(
                ComparedValue.Reference, new PlotAxis("sim. / ref.") { Low = 0.7, High = 1.3 }),
            Label = label,
            Caption = $"{caption} Bands are 95 % intervals of the statistics.",
        };

    private static CurvePoint[] Points(double[] edges, double[] values, double[] errors) =>
    [
        .. values.Select((value, bin) => new CurvePoint(
            edges[bin], edges[bin + 1], value > 0 ? value : null, 1.96 * errors[bin])),
    ];

    private static CurvePoint Point(ComparedValue value, double number, double error, int entries) => new(
        value.Low ?? 0, value.High ?? 1, double.IsFinite(number) ? number : null,
        double.IsFinite(error) ? 1.96 * error : null, entries);
}
