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

    /// <summary>File of what was made of a foreign table, inside a run folder until it is complete.</summary>
    private const string ScratchFile = "checkpoints/input.table";

    /// <summary>
    /// Opens the clusters of a table as the recipe's source says; a table of the house keeps all its columns.
    /// </summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">Its source says what the columns are.</param>
    /// <param name="path">What the user named.</param>
    public static ITableSource Open(StudyRequest request, ClusterRecipe recipe, string path)
    {
        SourceSection source = recipe.Source;
        bool isOfTheHouse = source.Columns.Count == 0 && source.Select is null && source.Friends.Count == 0
            && source.UnitsOfTable() == UnitSystem.House && source.Per is null && !new TableAddress(path).IsRoot;
        if (isOfTheHouse)
        {
            return Open(path);
        }

        string scratch = request.Folder.PathOf(ScratchFile);
        if (!File.Exists(scratch))
        {
            ClusterTableInput.Write(request, recipe, path, scratch);
        }

        return new TableFileSource(scratch);
    }

    /// <summary>Opens the table; a CSV file gives a table without cells unless it has their columns.</summary>
    /// <param name="path">What the user named.</param>
    /// <exception cref="InvalidFileException">No table, or one that lacks a column of the study.</exception>
    public static ITableSource Open(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, ClusterTableStage.FileName) : path;
        ITableSource source = TableSources.IsCsv(file)
            ? new MemorySource(file, WithHouseKinds(CsvTableReader.Read(file)))
            : new TableFileSource(file);
        string[] names = [.. source.Columns.Select(column => column.Name)];
        if (s_needed.FirstOrDefault(name => !names.Contains(name)) is not { } missing)
        {
            return source;
        }

        source.Dispose();
        throw new InvalidFileException(
            new(file), $"no column '{missing}'", "the columns that 'moliere simulate' writes",
            $"name it with --set source.columns.{missing}=...; the nearest names are "
            + string.Join(", ", NearestName.Of(missing, names, 3)));
    }

    /// <summary>Writes all columns of a source to a table file, chunk by chunk.</summary>
    /// <param name="source">Rows.</param>
    /// <param name="path">File to write.</param>
    /// <param name="threads">Threads that read.</param>
    public static void Copy(ITableSource source, string path, int threads)
    {
        string[] names = [.. source.Columns.Select(column => column.Name)];
        using TableFileWriter writer = TableFileWriter.Create(
            path, [.. source.Read(0, 0, names).Columns.Select(ColumnSpec.Of)]);
        foreach ((long first, int count) in ChunkPlan.Of(source, TableFile.GroupRows))
        {
            writer.Append(source.Read(first, count, names, threads));
        }

        writer.Complete();
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
