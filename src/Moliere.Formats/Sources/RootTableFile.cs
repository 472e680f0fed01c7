using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;

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
    /// <param name="table">Columns of the four kinds of <see cref="Formats.Tables.ColumnKind"/>.</param>
    /// <param name="compression">How bytes are packed; null for the default.</param>
    /// <param name="threads">Threads that pack; the bytes do not depend on it.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(
        string path, string tree, string title, Table table, RootCompression? compression = null, int threads = 1)
    {
        using var file = new RootFileWriter(path, compression);
        RootTreeWriter writer = file.Tree(tree, title, Branches(table), new() { Threads = threads });
        using var source = new MemorySource(path, table);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            writer.Append([.. source.Read(first, count, names).Columns.Select(ArrayOf)]);
        }

        file.Complete();
    }

    private static List<RootBranchSpec> Branches(Table table)
    {
        var counters = new List<(int[] Offsets, string Name)>();
        var branches = new List<RootBranchSpec>();
        foreach (Column column in table.Columns)
        {
            branches.Add(column switch
            {
                LongColumn => new(column.Name, RootLeafType.Int64),
                JaggedColumn<int> lists => Counted(column.Name, RootLeafType.Int32, lists.Offsets, counters),
                JaggedColumn<float> lists => Counted(column.Name, RootLeafType.Float32, lists.Offsets, counters),
                _ => new(column.Name, RootLeafType.Float32),
            });
        }

        return branches;
    }

    private static RootBranchSpec Counted(
        string name, RootLeafType type, int[] offsets, List<(int[] Offsets, string Name)> counters)
    {
        string? shared = counters.Find(known => known.Offsets.AsSpan().SequenceEqual(offsets)).Name;
        if (shared is null)
        {
            counters.Add((offsets, shared = $"n{name}"));
        }

        return RootBranchSpec.Ragged(name, type, shared);
    }

    private static RootArray ArrayOf(Column column) => column switch
    {
        FloatColumn floats => new NumberArray<float>(floats.Values),
        LongColumn longs => new NumberArray<long>(longs.Values),
        JaggedColumn<float> lists => new ListArray(lists.Offsets, new NumberArray<float>(lists.Values)),
        JaggedColumn<int> lists => new ListArray(lists.Offsets, new NumberArray<int>(lists.Values)),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}."),
    };
}
