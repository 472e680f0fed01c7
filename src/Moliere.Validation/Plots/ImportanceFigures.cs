using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Importances as horizontal bars, the largest on top.</summary>
public static class ImportanceFigures
{
    /// <summary>Draws the importances of one or more methods for the same columns.</summary>
    /// <param name="id">Name of the files.</param>
    /// <param name="title">Heading.</param>
    /// <param name="loss">The loss in the words of an axis, such as <c>resolution</c>.</param>
    /// <param name="found">
    /// Name of a method and its importances; the first method decides the order, and columns that another lacks have
    /// no bar.
    /// </param>
    /// <param name="choices">Label.</param>
    public static Figure Bars(
        string id, string title, string loss,
        IReadOnlyList<(string Method, IReadOnlyList<FeatureImportance> Features)> found, FigureChoices choices)
    {
        string[] names = [.. found.SelectMany((entry, place) => entry.Features.Select(feature => (feature, place)))
            .OrderBy(entry => entry.place).ThenByDescending(entry => entry.feature.Relative)
            .Select(entry => entry.feature.Name).Distinct().Reverse()]; // places count from the bottom
        return new()
        {
            Id = id,
            Title = title,
            X = new PlotAxis($"increase of the {loss} when shuffled, relative"),
            Y = new PlotAxis("") { Names = names },
            Layers = [.. found.Select(entry => new BarLayer(entry.Method, Places(entry.Features, names)))],
            Label = choices.Label,
            Caption = $"Increase of the {loss} on the test part when one quantity is shuffled between objects, over "
                + "the value without shuffling; lines are the standard deviation of repeated shuffles. A quantity that "
                + "others repeat looks less important than it is, because the method reads the others as well, and "
                + "shuffled objects may be such as do not exist: this is what the method uses, not what could be "
                + "known.",
        };
    }

    private static CurvePoint[] Places(IReadOnlyList<FeatureImportance> features, string[] names) =>
    [
        .. features.Select(feature => (Feature: feature, Place: Array.IndexOf(names, feature.Name)))
            .OrderBy(entry => entry.Place)
            .Select(entry => new CurvePoint(
                entry.Place, entry.Place + 1, entry.Feature.Relative, Error(entry.Feature))),
    ];

    private static double? Error(FeatureImportance feature) =>
        double.IsFinite(feature.Spread) ? feature.Spread / Math.Abs(feature.Baseline) : null;
}
