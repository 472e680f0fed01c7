using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Formats.Tables.Parts;

namespace Moliere.Cli.Studies;

/// <summary>
/// A simulated table of a run folder: written block of events by block, continued where an interrupted run stopped,
/// joined from shards.
/// </summary>
/// <param name="request">Folder, shard and production.</param>
/// <param name="file">The table inside the run folder.</param>
internal sealed class TableProduction(StudyRequest request, string file)
{
    /// <summary>
    /// Events of a row group: seconds of work, so little is lost with an interruption, and some thousand rows.
    /// </summary>
    public const int EventsPerBlock = 256;

    private string Target => request.Folder.PathOf(file);

    /// <summary>Writes the blocks of the request's shard that are not there yet.</summary>
    /// <param name="columns">A table without rows.</param>
    /// <param name="seed">Seed of the recipe.</param>
    /// <param name="events">Events of the whole production.</param>
    /// <param name="simulate">Makes the tables of the blocks from an event on, so many events, in order.</param>
    /// <param name="eventsPerBlock">Events of a block, for which <paramref name="simulate"/> makes one table.</param>
    public void Simulate(
        Table columns, ulong seed, long events, Action<long, long, Action<Table>> simulate,
        int eventsPerBlock = EventsPerBlock)
    {
        var part = new TablePart(request.Production, seed, events, eventsPerBlock, request.Shard);
        using TableFileWriter writer = TableFileWriter.Continue(
            Target, [.. columns.Columns.Select(ColumnSpec.Of)], part.ToMetadata());
        long done = Math.Min((long)writer.GroupCount * eventsPerBlock, part.HeldEvents);
        if (part.HeldEvents == 0 && events > 0)
        {
            request.Progress.Say($"Shard {request.Shard} {Nothing(part.BlockCount)}.");
        }

        if (writer.GroupCount > 0)
        {
            request.Progress.Say($"{done} of {part.HeldEvents} events were simulated before.");
        }

        if (done < part.HeldEvents)
        {
            simulate(part.FirstEvent + done, part.HeldEvents - done, writer.Append);
        }

        writer.Complete();
    }

    /// <summary>Joins the parts of the request.</summary>
    public void Merge()
    {
        string[] parts = [.. request.Parts.Select(PathIn)];
        TablePart joined = TablePartMerge.Merge(parts, Target, request.IsPartial);
        request.Progress.Say(joined.IsWhole
            ? Everything(joined)
            : $"A part with the blocks {joined.HeldText} of {joined.BlockCount}.");
    }

    /// <summary>Writes the table also as CSV without lists, and as a tree; a part waits until it is merged.</summary>
    /// <param name="csv">Whether numbers go to a CSV file.</param>
    /// <param name="root">Whether everything goes to a tree in a ROOT file.</param>
    /// <param name="title">Title of the tree.</param>
    public void WriteFormats(bool csv, bool root, string title)
    {
        using var source = new TableFileSource(Target);
        if (TablePart.FromMetadata(source.Header.Metadata) is { IsWhole: false })
        {
            return;
        }

        if (csv)
        {
            string[] numbers = [.. source.Columns.Where(column => !column.IsList).Select(column => column.Name)];
            CsvTableWriter.Write(Path.ChangeExtension(Target, ".csv"), source, numbers);
        }

        if (root)
        {
            RootTableFile.Write(
                Path.ChangeExtension(Target, ".root"), Path.GetFileNameWithoutExtension(file), title, source,
                threads: request.Threads);
        }
    }

    private static string Everything(TablePart joined) => joined.BlockCount == 1
        ? $"The only block, of {Counted(joined.Events, "event")}, is there."
        : $"All {joined.BlockCount} blocks of {Counted(joined.Events, "event")} are there.";

    private static string Nothing(int blocks) => blocks == 1
        ? "does not hold the only block"
        : FormattableString.Invariant($"holds none of the {blocks} blocks");

    private static string Counted(long count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private string PathIn(string part)
    {
        string path = Path.Combine(part, file);
        return File.Exists(path) ? path : throw new RefusalException(
            ExitCode.BadData,
            $"'{part}' holds no {file}, expected a folder that 'moliere simulate --shard' completed.");
    }
}
