using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Sources;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// Reads a cluster table that a user names: a table file, a CSV file, or a folder that holds the former.
/// </summary>
internal static class TableInput
{
    private static readonly string[] s_needed =
    [
        ClusterColumns.Event, ClusterColumns.Weight, ClusterColumns.EnergyDeposited,
        .. ClusterFeatures.All.Select(feature => feature.Name),
    ];

    /// <summary>
    /// Reads the clusters of a table as the recipe's source says; a table of the house keeps all its columns.
    /// </summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="recipe">Its source says what the columns are.</param>
    /// <param name="path">What the user named.</param>
    public static Table Read(StudyRequest request, ClusterRecipe recipe, string path)
    {
        SourceSection source = recipe.Source;
        bool isOfTheHouse = source.Columns.Count == 0 && source.Select is null && source.Friends.Count == 0
            && source.UnitsOfTable() == UnitSystem.House && source.Per is null && !new TableAddress(path).IsRoot;
        return isOfTheHouse ? Read(path) : ClusterTableInput.Read(request, recipe, path);
    }

    /// <summary>Reads the table; a CSV file gives a table without cells unless it has their columns.</summary>
    /// <param name="path">What the user named.</param>
    /// <exception cref="InvalidFileException">No table, or one that lacks a column of the study.</exception>
    public static Table Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, ClusterTableStage.FileName) : path;
        Table table = TableSources.IsCsv(file) ? WithHouseKinds(CsvTableReader.Read(file)) : TableFile.Read(file);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        return s_needed.FirstOrDefault(name => !table.Has(name)) is not { } missing
            ? table
            : throw new InvalidFileException(
                new(file), $"no column '{missing}'", "the columns that 'moliere simulate' writes",
                $"name it with --set source.columns.{missing}=...; the nearest names are "
                + string.Join(", ", NearestName.Of(missing, names, 3)));
    }

    // A foreign program may write weights as "1": a column of whole numbers that this study knows as real ones.
    private static Table WithHouseKinds(Table table) => new(
    [
        .. table.Columns.Select(column => column is LongColumn whole && IsReal(column.Name)
            ? new FloatColumn(whole.Name, whole.Unit, whole.Description, [.. whole.Values.Select(v => (float)v)])
            : column),
    ]);

    private static bool IsReal(string name) =>
        ClusterSampler.NoClusters.Columns.Any(column => column is FloatColumn && column.Name == name);
}
