using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Studies.Clusters.Sources;

/// <summary>
/// Reads clusters from a table of any kind, chunk by chunk: in memory are the columns of one chunk that the plan needs,
/// and the clusters that its condition keeps.
/// </summary>
internal static class ClusterTableInput
{
    /// <summary>Entries that are read at a time.</summary>
    private const int ChunkRows = 100_000;

    /// <summary>Whether an input is a table rather than a file of generated events.</summary>
    /// <param name="input">What the user named.</param>
    public static bool IsTable(string input) =>
        new TableAddress(input).IsRoot || TableSources.IsCsv(input)
        || File.Exists(Path.Combine(input, ClusterTableStage.FileName))
        || input.EndsWith(".table", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the clusters of a table to a table file of the house.</summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="recipe">Its source says how to read.</param>
    /// <param name="input">What the user named.</param>
    /// <param name="target">File to write.</param>
    public static void Write(StudyRequest request, ClusterRecipe recipe, string input, string target)
    {
        string file = Directory.Exists(input) ? Path.Combine(input, ClusterTableStage.FileName) : input;
        using ITableSource source = TableSources.Open(file, recipe.Source.Friends);
        ObjectPlan plan = ObjectPlan.Of(source, recipe.Source);
        using RunStage stage = request.Progress.Stage("reading clusters", source.RowCount, "entries");
        var chunks = new ObjectChunks(plan);
        TableFileWriter? writer = null;
        try
        {
            foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
            {
                request.Cancellation.ThrowIfCancellationRequested();
                Table clusters = chunks.Make(source.Read(first, count, plan.Needed, request.Threads), first);
                writer ??= TableFileWriter.Create(target, [.. clusters.Columns.Select(ColumnSpec.Of)]);
                writer.Append(clusters);
                stage.Advance(count);
            }

            (writer ?? throw new RefusalException(
                ExitCode.BadData, $"{source.Name} has no entries; check what wrote it.")).Complete();
        }
        finally
        {
            writer?.Dispose();
        }
    }
}
