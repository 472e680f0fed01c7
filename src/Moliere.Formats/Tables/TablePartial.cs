using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>What an interrupted writer left: the whole groups at the beginning of its file.</summary>
internal readonly record struct TablePartial(int Groups, long Rows, long Length)
{
    /// <summary>Finds them; null where there is no such file, or one with other columns or metadata.</summary>
    public static TablePartial? Find(string path, TableFileDescription wanted)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using FileStream file = InputFile.OpenRaw(path);
            var scan = new TableFileScan(path, file);
            return scan.Version == TableFile.Version && IsSame(scan.Description, wanted) ? WholeGroups(path, file, scan)
                : null;
        }
        catch (InvalidFileException)
        {
            return null; // Cut within its first bytes: begun anew.
        }
    }

    // Every checksum is looked at: after a power cut the end of a file may be zeros.
    private static TablePartial WholeGroups(string path, FileStream file, TableFileScan scan)
    {
        var reader = new TableFileReader(path, file, scan); // Closes with the file.
        while (scan.TryNext())
        {
            RowGroup group = scan.Groups[^1];
            if (!IsSound(reader, group))
            {
                scan.DropLast();
                break;
            }
        }

        return new(scan.Groups.Count, scan.Rows, scan.Position);
    }

    private static bool IsSound(TableFileReader reader, RowGroup group)
    {
        try
        {
            for (int column = 0; column < reader.Header.Columns.Count; column++)
            {
                reader.Read(column, group.First, group.Rows);
            }

            return true;
        }
        catch (InvalidFileException)
        {
            return false;
        }
    }

    private static bool IsSame(TableFileDescription found, TableFileDescription wanted) =>
        found.Columns.AsSpan().SequenceEqual(wanted.Columns) && found.Metadata.SequenceEqual(wanted.Metadata);
}
