using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Clusters.Sources;

/// <summary>What the report says about a table that was read.</summary>
internal static class SourceLines
{
    /// <summary>Units, columns, condition, and features that the table lacks.</summary>
    /// <param name="source">How it was read.</param>
    /// <param name="clusters">What came of it.</param>
    public static IReadOnlyList<(string Label, string Value)> Of(SourceSection source, Table clusters)
    {
        var lines = new List<(string, string)> { ("units of the table", Units(source)) };
        lines.AddRange(source.Columns.Where(column => column.Value.Length > 0)
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => ($"column {column.Key}", column.Value)));
        if (source.Select is { } condition)
        {
            lines.Add(("condition on the table", condition));
        }

        lines.AddRange(source.Friends.Select(friend => ("friend", friend)));
        string[] absent = [.. ClusterFeatures.All.Select(feature => feature.Name).Where(name => !clusters.Has(name))];
        if (absent.Length > 0)
        {
            lines.Add(("features the table lacks", string.Join(", ", absent)));
        }

        return lines;
    }

    private static string Units(SourceSection source)
    {
        (double energy, double length) = source.UnitsOfTable();
        return $"{(energy == 1 ? "GeV" : "MeV")}, {(length == 1 ? "mm" : "cm")}";
    }
}
