using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Data;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Studies.Sources;

/// <summary>
/// The tables of a study, jets or taus, of any kind and from anywhere: one object per entry, or an event per entry with
/// lists. They are read chunk by chunk; in memory are the columns of one chunk that the plan needs.
/// </summary>
internal sealed record ObjectTables
{
    private const string ScratchFile = "tables/input.table";
    private const int ChunkRows = 50_000; // entries read at a time

    /// <summary>What a row is called, in the plural.</summary>
    public required string Objects { get; init; }

    /// <summary>File of the table inside a run folder.</summary>
    public required string File { get; init; }

    /// <summary>Columns that all tables of the house have.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>From the section and the name of a table, what makes rows of the study.</summary>
    public required Func<TableSourceSection, string, ITableCompletion> Completion { get; init; }

    /// <summary>Whether the completion looks at all objects of an event together.</summary>
    public bool NeedsWholeEvents { get; init; }

    /// <summary>
    /// From the columns that a table has and what the section says, those that it must have; null for those that the
    /// section itself asks for.
    /// </summary>
    public Func<TableSourceSection, ICollection<string>, IReadOnlyList<string>>? Needed { get; init; }

    /// <summary>Whether an input is a table rather than a file of generated events.</summary>
    /// <param name="input">What the user named.</param>
    public bool IsTable(string input) =>
        new TableAddress(input).IsRoot || TableSources.IsCsv(input) || System.IO.File.Exists(Path.Combine(input, File))
        || input.EndsWith(".table", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens the objects of a table as the recipe's source says; one of the house is taken as it is.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="section">What the columns are.</param>
    /// <param name="path">What the user named: a file, or a folder written by <c>simulate</c>.</param>
    public ITableSource Open(StudyRequest request, TableSourceSection section, string path)
    {
        if (IsOfTheHouse(section, path))
        {
            return new TableFileSource(FileOf(path));
        }

        string scratch = request.Folder.PathOf(ScratchFile);
        if (!System.IO.File.Exists(scratch))
        {
            Write(request, section, path, scratch);
        }

        return new TableFileSource(scratch);
    }

    /// <summary>Writes the objects of a table to a table file of the house.</summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="section">How to read.</param>
    /// <param name="input">What the user named.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">The table has no entries, or lacks what must not be missing.</exception>
    public void Write(StudyRequest request, TableSourceSection section, string input, string target)
    {
        bool isOfTheHouse = IsOfTheHouse(section, input);
        using ITableSource source = isOfTheHouse
            ? new TableFileSource(FileOf(input)) : TableSources.Open(FileOf(input), section.Friends);
        using RunStage stage = request.Progress.Stage($"reading {Objects}", source.RowCount, "entries");
        IEnumerable<Table> rows = isOfTheHouse
            ? Copied(source, request, stage) : Made(source, request, section, stage);
        TableFileWriter? writer = null;
        try
        {
            foreach (Table objects in rows)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                writer ??= TableFileWriter.Create(target, [.. objects.Columns.Select(ColumnSpec.Of)]);
                writer.Append(objects);
            }

            (writer ?? throw new RefusalException(
                ExitCode.BadData, $"{source.Name} has no entries; check what wrote it.")).Complete();
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private string FileOf(string path) => Directory.Exists(path) ? Path.Combine(path, File) : path;

    // A table of the house with all its columns, of which nothing else is wanted.
    private bool IsOfTheHouse(TableSourceSection section, string path)
    {
        string file = FileOf(path);
        if (section.Columns.Count > 0 || section.Select is not null || section.Friends.Count > 0
            || section.UnitsOfTable() != UnitSystem.House || section.Per is not null
            || !file.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        HashSet<string> names = [.. TableFile.ReadHeader(file).Columns.Select(column => column.Name)];
        return Columns.All(names.Contains);
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

    private IEnumerable<Table> Made(
        ITableSource source, StudyRequest request, TableSourceSection section, RunStage stage)
    {
        var plan = ObjectPlan.Of(
            source, section, Needed is null ? null : present => Needed(section, present));
        var chunks = new ObjectChunks(plan);
        ITableCompletion completion = Completion(section, source.Name);
        Say(request, source, plan.Lines);
        IEnumerable<Table> Read()
        {
            foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
            {
                yield return chunks.Make(source.Read(first, count, plan.Needed, request.Threads), first);
                stage.Advance(count);
            }
        }

        foreach (Table objects in NeedsWholeEvents ? WholeEvents.Of(Read()) : Read())
        {
            yield return completion.Complete(objects);
        }

        Say(request, source, completion.Lines());
    }

    private static void Say(StudyRequest request, ITableSource source, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            request.Progress.Say($"{source.Name}: {line}");
        }
    }
}
