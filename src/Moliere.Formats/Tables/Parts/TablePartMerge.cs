using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Formats.Tables.Parts;

/// <summary>
/// Joins parts of one production: the blocks of all parts in their order, whatever the order of the parts and whatever
/// was joined before. All blocks together give the bytes of a table that was made in one go.
/// </summary>
public static class TablePartMerge
{
    /// <summary>What the parts give together.</summary>
    /// <param name="paths">Table files, at least one.</param>
    /// <param name="mayBePartial">Whether blocks may be missing.</param>
    /// <exception cref="InvalidFileException">
    /// Parts of different productions, blocks that come twice or, unless allowed, are missing.
    /// </exception>
    public static TablePart Check(IReadOnlyList<string> paths, bool mayBePartial = false)
    {
        TablePart[] parts = [.. paths.Select(TablePart.Read)];
        for (int i = 1; i < parts.Length; i++)
        {
            RequireSame(paths[0], parts[0], paths[i], parts[i]);
        }

        TablePart whole = parts[0].With(NumberRanges.Of(parts.SelectMany(part => part.Held)));
        RequireOnce(paths, parts);
        if (!whole.IsWhole && !mayBePartial)
        {
            var missing = NumberRanges.Of(Enumerable.Range(0, whole.BlockCount).Except(whole.Held));
            throw new InvalidFileException(
                new(paths[0]), $"{paths.Count} parts without the blocks {missing}", $"all {whole.BlockCount} blocks",
                "add the parts that hold them, or join what there is with --partial");
        }

        return whole;
    }

    /// <summary>Writes the joined table in bounded memory, complete or not at all.</summary>
    /// <param name="paths">Table files, at least one.</param>
    /// <param name="target">File to write or replace; its folder must exist.</param>
    /// <param name="mayBePartial">Whether blocks may be missing; the result is then a part again.</param>
    /// <exception cref="InvalidFileException">As <see cref="Check"/>, or a file cannot be read or written.</exception>
    public static TablePart Merge(IReadOnlyList<string> paths, string target, bool mayBePartial = false)
    {
        TablePart whole = Check(paths, mayBePartial);
        var place = new Dictionary<int, (int Part, int Group)>();
        for (int part = 0; part < paths.Count; part++)
        {
            foreach ((int block, int group) in TablePart.Read(paths[part]).Held.Select((block, i) => (block, i)))
            {
                place[block] = (part, group);
            }
        }

        IReadOnlyList<ColumnSpec> columns = TableFile.ReadHeader(paths[0]).Columns;
        using TableFileWriter writer = TableFileWriter.Create(target, columns, whole.ToMetadata());
        using var sources = new OpenParts(paths, columns);
        foreach (int block in whole.Held)
        {
            writer.Append(sources.Read(place[block].Part, place[block].Group));
        }

        writer.Complete();
        return whole;
    }

    private static void RequireSame(string firstPath, TablePart first, string path, TablePart part)
    {
        (string Found, string Expected)? difference =
            part.Seed != first.Seed ? ($"seed {part.Seed}", $"{first.Seed}")
            : part.Events != first.Events ? ($"{part.Events} events", $"{first.Events}")
            : part.EventsPerBlock != first.EventsPerBlock
                ? ($"{part.EventsPerBlock} events per block", $"{first.EventsPerBlock}")
            : part.Production != first.Production ? ("another recipe, input or version", "the same")
            : part.ShardCount != first.ShardCount && !part.IsWhole && !first.IsWhole
                ? ($"a part of {part.ShardCount} shards", $"of {first.ShardCount}")
            : null;
        if (difference is var (found, expected))
        {
            throw new InvalidFileException(
                new(path), found, $"{expected} as in {firstPath}", "join parts of one production only");
        }
    }

    private static void RequireOnce(IReadOnlyList<string> paths, TablePart[] parts)
    {
        for (int i = 1; i < parts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                var twice = NumberRanges.Of(parts[i].Held.Intersect(parts[j].Held));
                if (twice.Count > 0)
                {
                    throw new InvalidFileException(
                        new(paths[i]), $"the blocks {twice}, which {paths[j]} has too", "each block once",
                        "leave one of the two out");
                }
            }
        }
    }

    // One file is open at a time: their number is not bounded by that of open files.
    private sealed class OpenParts(IReadOnlyList<string> paths, IReadOnlyList<ColumnSpec> columns) : IDisposable
    {
        private TableFileSource? _source;
        private int _part = -1;

        public Table Read(int part, int group)
        {
            if (part != _part)
            {
                _source?.Dispose();
                _source = new(paths[part]);
                _part = part;
                RequireColumns(_source);
            }

            return _source!.ReadGroup(group);
        }

        public void Dispose() => _source?.Dispose();

        private void RequireColumns(TableFileSource source)
        {
            if (!source.Header.Columns.SequenceEqual(columns))
            {
                throw new InvalidFileException(
                    new(source.Name), "other columns", $"those of {paths[0]}", "join parts of one production only");
            }
        }
    }
}
