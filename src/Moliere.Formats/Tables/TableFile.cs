using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>
/// The house's own file for a table: columns as they lie in memory, in groups of rows, so that writing and reading run
/// at the speed of the disk and a part can be read on its own. Layout (all little-endian): 8 bytes "MOLTABLE", version,
/// header length and header checksum as 32-bit numbers, the header as JSON; then groups, each a record with the number
/// of its rows and length and checksum of each array, and the arrays; then a record that ends the table. Everything is
/// padded to a multiple of 64 bytes; checksums are CRC-32C. Version 1, one group whose record is part of the header,
/// can still be read. Equal tables with equal metadata give equal bytes.
/// </summary>
public static class TableFile
{
    /// <summary>Rows of a group when a table is written whole.</summary>
    public const int GroupRows = 1 << 16;

    internal const int PreludeSize = 20;
    internal const int Alignment = 64; // A cache line, so that a mapped file can feed vector instructions.
    internal const uint FirstVersion = 1;
    internal const uint Version = 2;

    internal static ReadOnlySpan<byte> Magic => "MOLTABLE"u8;

    /// <summary>
    /// Writes a table under a temporary name and renames it when complete: an existing file of that name stays whole
    /// until then.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    /// <param name="metadata">Free text by key; written in order of the keys.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(string path, Table table, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using TableFileWriter writer = TableFileWriter.Create(
            path, [.. table.Columns.Select(ColumnSpec.Of)], metadata);
        for (int first = 0; first < table.RowCount; first += GroupRows)
        {
            int count = Math.Min(GroupRows, table.RowCount - first);
            writer.Append(count == table.RowCount ? table : table.Slice(first, count));
        }

        writer.Complete();
    }

    /// <summary>Reads a whole table into memory and checks every checksum.</summary>
    /// <param name="path">A file written by <see cref="Write"/>.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, is not such a file, truncated or corrupt, or has more rows than fit into memory.
    /// </exception>
    public static Table Read(string path)
    {
        using var reader = new TableFileReader(path);
        long rows = reader.Header.RowCount;
        return rows <= Array.MaxLength
            ? new([.. reader.Header.Columns.Select((_, column) => reader.Read(column, 0, (int)rows))])
            : throw new InvalidFileException(
                new(path), $"{rows} rows", $"at most {Array.MaxLength} at a time", "read it in chunks");
    }

    /// <summary>Reads what the file says about itself, not its values.</summary>
    /// <param name="path">A file written by <see cref="Write"/>.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, is not such a file, cut, or its header or the record of a group is corrupt.
    /// </exception>
    public static TableFileHeader ReadHeader(string path)
    {
        using var reader = new TableFileReader(path);
        return reader.Header;
    }

    internal static long Padded(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
