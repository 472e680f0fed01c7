using System.Globalization;
using Moliere.Tagging.Preservation;

namespace Moliere.Cli.Inspection;

/// <summary>Describes an efficiency map: of what, on which axes, how finely, and how well it closes.</summary>
internal static class EfficiencyMapInspection
{
    /// <summary>Lines for the file of a map, which is checked by its own examples.</summary>
    /// <param name="path">A file that <see cref="EfficiencyMapFile"/> wrote.</param>
    public static IReadOnlyList<string> Describe(string path)
    {
        EfficiencyMap map = EfficiencyMapFile.Read(path);
        int cells = map.Axes.Aggregate(1, (product, axis) => product * axis.Count);
        return
        [
            $"Efficiency map: {map.Axes.Count} axes, {cells} cells in {map.Bins.Count} bins",
            $"Probability: {map.Selection}",
            .. map.Axes.Select(Line),
            Text($"Efficiency: {map.Bins.Min(bin => bin.Efficiency):G4} to {map.Bins.Max(bin => bin.Efficiency):G4}, ")
                + Text($"intervals of {100 * map.Confidence:0.##} %"),
            .. map.Provenance.Select(entry => $"{entry.Key}: {entry.Value}"),
        ];
    }

    private static string Line(EfficiencyAxis axis)
    {
        string name = axis.Unit.Length > 0 ? $"{axis.Name} [{axis.Unit}]" : axis.Name;
        string places = axis.Categories.Count > 0 ? $"values {Joined(axis.Categories)}"
            : $"{axis.Count} cells with edges {Joined(axis.Edges)}";
        return $"Axis: {name}, {places}; outside {axis.Outside.ToString().ToLowerInvariant()}";
    }

    private static string Joined(IEnumerable<double> values) =>
        string.Join(", ", values.Select(value => Text($"{value}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
