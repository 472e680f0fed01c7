using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// Writes a table as a tree: numbers as <c>float</c> and 64-bit integers, lists as arrays with a counter, which lists
/// of equal lengths share. Equal tables give equal bytes.
/// </summary>
public static class RootTableFile
{
    private const int ChunkRows = 1 << 15;

    /// <summary>
    /// Writes a file with one tree under a temporary name and renames it when complete.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="tree">Name of the tree.</param>
    /// <param name="title">One sentence; may be empty.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    /// <param name="compression">How bytes are packed; null for the default.</param>
    /// <param name="threads">Threads that pack; the bytes do not depend on it.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(
        string path, string tree, string title, Table table, RootCompression? compression = null, int threads = 1)
    {
        using var source = new MemorySource(path, table);
        Write(path, tree, title, source, compression, threads);
    }

    /// <summary>
    /// Writes all columns of a source as one tree, chunk by chunk, under a temporary name that is changed when it is
    /// complete. Lists are read once before, to see which of them have equal lengths.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="tree">Name of the tree.</param>
    /// <param name="title">One sentence; may be empty.</param>
    /// <param name="source">Rows.</param>
    /// <param name="compression">How bytes are packed; null for the default.</param>
    /// <param name="threads">Threads that read and pack; the bytes do not depend on it.</param>
    /// <exception cref="InvalidFileException">A column cannot be read, or the file cannot be written.</exception>
    public static void Write(
        string path, string tree, string title, ITableSource source, RootCompression? compression = null,
        int threads = 1)
    {
        using var file = new RootFileWriter(path, compression);
        RootTreeWriter writer = file.Tree(tree, title, Branches(source), new() { Threads = threads });
        string[] names = [.. source.Columns.Select(column => column.Name)];
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            writer.Append([.. source.Read(first, count, names, threads).Columns.Select(ArrayOf)]);
        }

        file.Complete();
    }

    private static List<RootBranchSpec> Branches(ITableSource source)
    {
        Dictionary<string, string> counters = Counters(source);
        return
        [
            .. source.Columns.Select(column => column.Kind switch
            {
                ColumnKind.Long => new RootBranchSpec(column.Name, RootLeafType.Int64),
                ColumnKind.Float => new(column.Name, RootLeafType.Float32),
                ColumnKind.IntList => RootBranchSpec.Ragged(column.Name, RootLeafType.Int32, counters[column.Name]),
                _ => RootBranchSpec.Ragged(column.Name, RootLeafType.Float32, counters[column.Name]),
            }),
        ];
    }

    // Each list is counted with the first one that has the same lengths in every chunk.
    private static Dictionary<string, string> Counters(ITableSource source)
    {
        string[] lists = [.. source.Columns.Where(column => column.IsList).Select(column => column.Name)];
        int[] like = new int[lists.Length];
        foreach ((long first, int count) in lists.Length == 0 ? [] : ChunkPlan.Of(source, ChunkRows))
        {
            int[][] offsets = [.. source.Read(first, count, lists).Columns.Select(OffsetsOf)];
            int[] here = [.. offsets.Select(list => Array.FindIndex(offsets, o => o.AsSpan().SequenceEqual(list)))];
            like = [.. like.Select((_, i) => Enumerable.Range(0, i + 1).First(j => like[j] == like[i]
                && here[j] == here[i]))];
        }

        return lists.Select((name, i) => (name, counter: $"n{lists[like[i]]}"))
            .ToDictionary(pair => pair.name, pair => pair.counter, StringComparer.Ordinal);
    }

    private static int[] OffsetsOf(Column column) =>
        column is JaggedColumn<int> ints ? ints.Offsets : ((JaggedColumn<float>)column).Offsets;

    private static RootArray ArrayOf(Column column) => column switch
    {
        FloatColumn floats => new NumberArray<float>(floats.Values),
        LongColumn longs => new NumberArray<long>(longs.Values),
        JaggedColumn<float> lists => new ListArray(lists.Offsets, new NumberArray<float>(lists.Values)),
        JaggedColumn<int> lists => new ListArray(lists.Offsets, new NumberArray<int>(lists.Values)),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}."),
    };
}
