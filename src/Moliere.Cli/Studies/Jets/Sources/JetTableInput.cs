using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Sources;
using Moliere.Data;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>
/// Reads jets from a table of any kind, chunk by chunk: one jet per entry, or an event per entry with lists of jets. In
/// memory are the columns of one chunk that the plan needs.
/// </summary>
internal static class JetTableInput
{
    private const string ScratchFile = "tables/input.table";
    private const int ChunkRows = 50_000; // entries read at a time

    /// <summary>Whether an input is a table rather than a file of generated events.</summary>
    /// <param name="input">What the user named.</param>
    public static bool IsTable(string input) =>
        new TableAddress(input).IsRoot || TableSources.IsCsv(input)
        || File.Exists(Path.Combine(input, JetTableStage.FileName))
        || input.EndsWith(".table", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens the jets of a table as the recipe's source says; one of the house is taken as it is.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="section">What the columns are.</param>
    /// <param name="path">What the user named: a file, or a folder written by <c>simulate</c>.</param>
    public static ITableSource Open(StudyRequest request, JetSourceSection section, string path)
    {
        if (IsOfTheHouse(section, path))
        {
            return new TableFileSource(FileOf(path));
        }

        string scratch = request.Folder.PathOf(ScratchFile);
        if (!File.Exists(scratch))
        {
            Write(request, section, path, scratch);
        }

        return new TableFileSource(scratch);
    }

    /// <summary>Writes the jets of a table to a table file of the house.</summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="section">How to read.</param>
    /// <param name="input">What the user named.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">The table has no entries, or lacks what must not be missing.</exception>
    public static void Write(StudyRequest request, JetSourceSection section, string input, string target)
    {
        using ITableSource source = IsOfTheHouse(section, input)
            ? new TableFileSource(FileOf(input)) : TableSources.Open(FileOf(input), section.Friends);
        using RunStage stage = request.Progress.Stage("reading jets", source.RowCount, "entries");
        IEnumerable<Table> rows = IsOfTheHouse(section, input)
            ? Copied(source, request, stage) : Made(source, request, section, stage);
        TableFileWriter? writer = null;
        try
        {
            foreach (Table jets in rows)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                writer ??= TableFileWriter.Create(target, [.. jets.Columns.Select(ColumnSpec.Of)]);
                writer.Append(jets);
            }

            (writer ?? throw new RefusalException(
                ExitCode.BadData, $"{source.Name} has no entries; check what wrote it.")).Complete();
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private static string FileOf(string path) =>
        Directory.Exists(path) ? Path.Combine(path, JetTableStage.FileName) : path;

    // A table of the house with all its columns, of which nothing else is wanted.
    private static bool IsOfTheHouse(JetSourceSection section, string path)
    {
        string file = FileOf(path);
        if (section.Columns.Count > 0 || section.Select is not null || section.Friends.Count > 0
            || section.UnitsOfTable() != UnitSystem.House || section.Per is not null
            || !file.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        HashSet<string> names = [.. TableFile.ReadHeader(file).Columns.Select(column => column.Name)];
        return JetSampler.NoJets.Columns.All(column => names.Contains(column.Name));
    }

    private static IEnumerable<Table> Copied(ITableSource source, StudyRequest request, RunStage stage)
    {
        string[] names = [.. source.Columns.Select(column => column.Name)];
        foreach ((long first, int count) in ChunkPlan.Of(source, TableFile.GroupRows))
        {
            yield return source.Read(first, count, names, request.Threads);
            stage.Advance(count);
        }
    }

    private static IEnumerable<Table> Made(
        ITableSource source, StudyRequest request, JetSourceSection section, RunStage stage)
    {
        var plan = ObjectPlan.Of(source, section);
        var chunks = new ObjectChunks(plan);
        var completion = new JetCompletion(section, source.Name);
        IEnumerable<Table> Read()
        {
            foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
            {
                yield return chunks.Make(source.Read(first, count, plan.Needed, request.Threads), first);
                stage.Advance(count);
            }
        }

        foreach (Table jets in WholeEvents.Of(Read()))
        {
            yield return completion.Complete(jets);
        }

        foreach (string line in completion.Lines())
        {
            request.Progress.Say($"{source.Name}: {line}");
        }
    }
}
