using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots.Taus;

/// <summary>Histograms of calibrated over true pT, with linear and with logarithmic height.</summary>
internal sealed class TauShapes(ValidationSample sample, FigureChoices choices)
{
    private const int LinearBins = 80, LogarithmicBins = 60;

    /// <summary>One histogram per class of taus, of one method.</summary>
    /// <param name="id">What the names of the files begin with.</param>
    /// <param name="title">Heading.</param>
    /// <param name="method">The method.</param>
    /// <param name="classes">Name of a class and which rows belong to it.</param>
    public IEnumerable<Figure> Both(
        string id, string title, MethodSample method, IReadOnlyList<(string Name, Func<int, bool> Holds)> classes) =>
        Both(id, title, [.. classes.Select(one => (one.Name, Ratio(method, one.Holds)))]);

    /// <summary>One histogram per method, of the same taus.</summary>
    /// <param name="id">What the names of the files begin with.</param>
    /// <param name="title">Heading.</param>
    /// <param name="holds">Which rows are drawn.</param>
    public IEnumerable<Figure> Methods(string id, string title, Func<int, bool> holds) => Both(
        id, title,
        [.. choices.Methods.SelectMany(name => sample.Methods.Where(method => method.Name == name))
            .Select(method => (method.Name, Ratio(method, holds)))]);

    private Figure[] Both(string id, string title, IReadOnlyList<(string Name, Func<int, double> Ratio)> layers) =>
    [
        Draw(id, title, layers, DistributionFigures.Edges(LinearBins, 0.4, 1.6), isLogarithmic: false),
        Draw($"{id}-log", title, layers, DistributionFigures.Edges(LogarithmicBins, 0, 3), isLogarithmic: true),
    ];

    private Figure Draw(
        string id, string title, IReadOnlyList<(string Name, Func<int, double> Ratio)> layers, double[] edges,
        bool isLogarithmic) => new()
        {
            Id = $"lineshape-{id}",
            Title = $"Line shape, {title}",
            X = new PlotAxis(choices.Ratio),
            Y = new PlotAxis("density") { IsLogarithmic = isLogarithmic, Low = isLogarithmic ? Floor : 0 },
            Layers =
            [
                .. layers.Select(layer => new HistogramLayer(
                    layer.Name, edges, DistributionFigures.Density(sample, edges, layer.Ratio))),
            ],
            Guides = [],
            Label = choices.Label,
            Caption = $"Distribution of calibrated over true {choices.Quantity}, each normalised to its own taus, "
                + "those outside the frame included; narrow and centred at 1 is good"
                + (isLogarithmic ? "; the logarithmic height shows the tails." : "."),
        };

    private const double Floor = 1e-4; // a few taus of a default sample

    private Func<int, double> Ratio(MethodSample method, Func<int, bool> holds) =>
        row => float.IsFinite(sample.Target[row]) && sample.Target[row] > 0 && holds(row)
            ? sample.Target[row] / method.Predictions.Response[row] : double.NaN;
}
