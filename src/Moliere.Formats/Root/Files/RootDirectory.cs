namespace Moliere.Formats.Root.Files;

/// <summary>The keys of a directory, read when asked for.</summary>
internal static class RootDirectory
{
    /// <summary>Directories inside each other; more is damage or malice.</summary>
    private const int DeepestNesting = 64;

    /// <summary>All records that can be named, of all directories, with their paths, in order of the file.</summary>
    /// <param name="file">An open file.</param>
    public static IReadOnlyList<RootEntry> Walk(RootFile file)
    {
        var found = new List<RootEntry>();
        var seen = new HashSet<long>();
        RootHeader header = file.Header;
        Walk(file, header.Begin + header.NameSize, new("", 0), found, seen);
        return found;
    }

    private static void Walk(RootFile file, long position, Level level, List<RootEntry> found, HashSet<long> seen)
    {
        foreach (RootKey key in Keys(file, position, seen))
        {
            string path = level.Path.Length == 0 ? key.Name : $"{level.Path}/{key.Name}";
            found.Add(new RootEntry(path, key));
            if (key.IsDirectory && level.Depth < DeepestNesting)
            {
                Walk(file, key.Position + key.KeySize, new(path, level.Depth + 1), found, seen);
            }
        }
    }

    // TDirectory: version, two dates, two sizes, three positions; the last is that of the list of keys.
    private static IEnumerable<RootKey> Keys(RootFile file, long position, HashSet<long> seen)
    {
        RootCursor directory = file.Window(position, 42, "directory");
        bool isLarge = directory.UInt16("the version of a directory") > 1000;
        directory.Skip(16, "dates and sizes of a directory");
        directory.Skip(isLarge ? 16 : 8, "positions of a directory");
        long list = directory.Seek(isLarge, "the position of the keys");
        if (list == 0)
        {
            throw directory.Wrong(
                "no list of what the file holds", "one", "the program that wrote it did not close it; write it again");
        }

        if (!seen.Add(list))
        {
            return [];
        }

        // Some files with long positions understate the size of this record.
        int size = Math.Max(file.KeyAt(list, "list of keys").Size, 1 << 16);
        RootCursor cursor = file.Window(list, size, "list of keys");
        RootKey.Read(cursor);
        int count = cursor.Count(RootKey.SmallestSize - 3, "keys");
        var keys = new List<RootKey>(count);
        for (int i = 0; i < count; i++)
        {
            keys.Add(RootKey.Read(cursor));
        }

        return keys;
    }

    private readonly record struct Level(string Path, int Depth);
}
