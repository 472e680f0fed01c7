using System.Buffers.Binary;
using System.Text.Json;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>
/// Walks over a table file without reading values: prelude, description, the records of its groups. Nothing is
/// allocated before the file's length confirms it.
/// </summary>
internal sealed class TableFileScan
{
    internal const string Remedy = "the file is truncated or damaged, make it again";
    private readonly string _path;
    private readonly FileStream _file;
    private readonly long _length;
    private readonly List<RowGroup> _groups = [];

    /// <summary>Reads prelude and description.</summary>
    /// <exception cref="InvalidFileException">Not a table file, or its beginning is damaged.</exception>
    public TableFileScan(string path, FileStream file)
    {
        (_path, _file, _length) = (path, file, file.Length);
        (Version, Description, Position) = ReadDescription();
    }

    /// <summary>Format version, 1 or 2.</summary>
    public uint Version { get; }

    /// <summary>Columns and metadata.</summary>
    public TableFileDescription Description { get; }

    /// <summary>The groups walked over so far.</summary>
    public IReadOnlyList<RowGroup> Groups => _groups;

    /// <summary>Where the next group or the end record stands [bytes].</summary>
    public long Position { get; private set; }

    /// <summary>Rows of all groups walked over.</summary>
    public long Rows => _groups.Count == 0 ? 0 : _groups[^1].Last;

    /// <summary>Header of a complete file.</summary>
    public TableFileHeader Header() => new()
    {
        RowCount = Rows,
        GroupCount = _groups.Count,
        Columns = Description.Columns,
        Metadata = Description.Metadata,
    };

    /// <summary>Walks to the end.</summary>
    /// <exception cref="InvalidFileException">The file is cut, or a record is damaged.</exception>
    public void RequireComplete()
    {
        if (Version == TableFile.FirstVersion)
        {
            AddOnlyGroup();
            return;
        }

        while (TryNext())
        {
        }

        TableFileEnd? end = TableFileEnd.FromRecord(Bytes(Position, TableFileEnd.Size));
        if (end is not { } found || found.Rows != Rows || found.Groups != _groups.Count)
        {
            string inside = $"after {_groups.Count} row groups";
            throw Wrong(Position, inside, "no row group and no end of the table", "either", Remedy);
        }

        RequireLength(Position + TableFileEnd.Size);
    }

    /// <summary>Walks over one more group; false at anything that is not a whole one.</summary>
    public bool TryNext()
    {
        int blocks = Description.BlockCount, size = RowGroup.RecordSize(blocks);
        byte[] record = Bytes(Position, size);
        if (record.Length < size || RowGroup.FromRecord(record, blocks) is not { } found)
        {
            return false;
        }

        RowGroup group = RowGroup.At(
            Position + size, Rows, found.Rows, found.Blocks, Description.ElementSizes());
        if (group.End > _length)
        {
            return false;
        }

        _groups.Add(group);
        Position = group.End;
        return true;
    }

    /// <summary>Takes back the last group walked over.</summary>
    public void DropLast()
    {
        Position = _groups[^1].Positions is [var first, ..]
            ? first - RowGroup.RecordSize(Description.BlockCount)
            : _groups[^1].End - RowGroup.RecordSize(0);
        _groups.RemoveAt(_groups.Count - 1);
    }

    private void AddOnlyGroup()
    {
        _groups.Add(RowGroup.At(
            Position, 0, Description.RowCount!.Value, Description.Blocks!, Description.ElementSizes()));
        Position = _groups[0].End;
        RequireLength(Position);
    }

    private void RequireLength(long expected)
    {
        if (_length != expected)
        {
            throw Wrong(-1, "", $"{_length} bytes", $"{expected} bytes as its header says", Remedy);
        }
    }

    private byte[] Bytes(long position, int count)
    {
        var bytes = new byte[Math.Clamp(_length - position, 0, count)];
        int read = 0;
        while (read < bytes.Length)
        {
            int more = RandomAccess.Read(_file.SafeFileHandle, bytes.AsSpan(read), position + read);
            read += more > 0 ? more : throw Wrong(position, "", "the end of the file", "more bytes", Remedy);
        }

        return bytes;
    }

    private (uint Version, TableFileDescription Description, long End) ReadDescription()
    {
        byte[] prelude = Bytes(0, TableFile.PreludeSize);
        if (!prelude.AsSpan().StartsWith(TableFile.Magic))
        {
            string found = prelude.Length == 0 ? "an empty file" : "other bytes";
            throw Wrong(0, "", found, "a Moliere table, which begins with 'MOLTABLE'", "");
        }

        string expected = $"format version {TableFile.FirstVersion} or {TableFile.Version}";
        if (prelude.Length < TableFile.PreludeSize)
        {
            throw Wrong(8, "prelude", "the end of the file", expected, Remedy);
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(prelude.AsSpan(8));
        if (version is < TableFile.FirstVersion or > TableFile.Version)
        {
            throw Wrong(
                8, "prelude", $"format version {version}", expected, "write the table again with this version");
        }

        long length = BinaryPrimitives.ReadUInt32LittleEndian(prelude.AsSpan(12));
        if (length > _length - TableFile.PreludeSize)
        {
            throw Wrong(
                12, "header", $"a header of {length} bytes", $"at most the {_length} bytes of the file", Remedy);
        }

        byte[] json = Bytes(TableFile.PreludeSize, (int)length);
        return Crc32C.Of(json) == BinaryPrimitives.ReadUInt32LittleEndian(prelude.AsSpan(16))
            ? (version, Parse(json, version), TableFile.Padded(TableFile.PreludeSize + length))
            : throw Wrong(TableFile.PreludeSize, "header", "a wrong checksum", "the header as it was written", Remedy);
    }

    private TableFileDescription Parse(byte[] json, uint version)
    {
        try
        {
            TableFileDescription? description = JsonSerializer.Deserialize(
                json, TableFileJson.Default.TableFileDescription);
            return description?.IsConsistent(version) == true ? description
                : throw WrongHeader("columns and arrays that do not match");
        }
        catch (JsonException error)
        {
            throw WrongHeader($"JSON that does not fit ({error.Message})");
        }
    }

    private InvalidFileException WrongHeader(string found) =>
        Wrong(TableFile.PreludeSize, "header", found, "a consistent header", Remedy);

    private InvalidFileException Wrong(long position, string inside, string found, string expected, string remedy) =>
        new(new FilePlace(_path) { Byte = position, Inside = inside }, found, expected, remedy);
}
