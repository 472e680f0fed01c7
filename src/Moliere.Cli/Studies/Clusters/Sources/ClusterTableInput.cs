using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

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

    /// <summary>The clusters of a table.</summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="recipe">Its source says how to read.</param>
    /// <param name="input">What the user named.</param>
    public static Table Read(StudyRequest request, ClusterRecipe recipe, string input)
    {
        string file = Directory.Exists(input) ? Path.Combine(input, ClusterTableStage.FileName) : input;
        using ITableSource source = TableSources.Open(file, recipe.Source.Friends);
        ClusterPlan plan = ClusterPlan.Of(source, recipe.Source);
        using RunStage stage = request.Progress.Stage("reading clusters", source.RowCount, "entries");
        var chunks = new ClusterChunks(plan);
        var pieces = new List<Table>();
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            pieces.Add(chunks.Make(source.Read(first, count, plan.Needed, request.Threads), first));
            stage.Advance(count);
        }

        return pieces.Count > 0 ? ColumnJoin.Rows(pieces) : throw new RefusalException(
            ExitCode.BadData, $"{source.Name} has no entries; check what wrote it.");
    }
}
