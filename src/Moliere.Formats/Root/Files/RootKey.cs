namespace Moliere.Formats.Root.Files;

/// <summary>
/// The header of a record: what it is and where. The fields are those of TKey; positions have 8 bytes where the version
/// is above 1000, which each key decides for itself.
/// </summary>
/// <source>ROOT, TKey::ReadKeyBuffer and "TKey format" of the TFile documentation.</source>
internal sealed record RootKey
{
    /// <summary>Bytes that a key takes at the least: its numbers and three empty texts.</summary>
    public const int SmallestSize = 29;

    /// <summary>Bytes of key and payload together.</summary>
    public required int Size { get; init; }

    /// <summary>Bytes of the payload once unpacked.</summary>
    public required int UnpackedSize { get; init; }

    /// <summary>Bytes of the key alone.</summary>
    public required int KeySize { get; init; }

    /// <summary>Higher for a newer record of the same name.</summary>
    public required short Cycle { get; init; }

    /// <summary>Position of the record in the file, as the key itself says.</summary>
    public required long Position { get; init; }

    public required string ClassName { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether positions have 8 bytes.</summary>
    public required bool IsLarge { get; init; }

    public int PayloadSize => Size - KeySize;

    public bool IsDirectory => ClassName is "TDirectory" or "TDirectoryFile";

    /// <summary>Reads a key where the cursor stands.</summary>
    public static RootKey Read(RootCursor cursor)
    {
        int start = cursor.Position;
        RootKey key = ReadFields(cursor);
        bool isSound = key.Size >= key.KeySize && key.KeySize >= SmallestSize - 3 && key.UnpackedSize >= 0;
        return isSound ? key : throw Broken(cursor, start, key);
    }

    /// <summary>Reads a key whose record was never written, so that its sizes mean nothing.</summary>
    public static RootKey ReadFields(RootCursor cursor)
    {
        int size = cursor.Int32("the size of a record");
        int version = cursor.UInt16("the version of a key");
        int unpackedSize = cursor.Int32("the unpacked size");
        cursor.Skip(4, "the date of a key");
        int keySize = cursor.UInt16("the length of a key");
        bool isLarge = version > 1000;
        short cycle = cursor.Int16("a cycle");
        long position = cursor.Seek(isLarge, "the position of a record");
        cursor.Seek(isLarge, "the position of a directory");
        return new RootKey
        {
            Size = size,
            UnpackedSize = unpackedSize,
            KeySize = keySize,
            Cycle = cycle,
            Position = position,
            ClassName = cursor.Text("a class name"),
            Name = cursor.Text("a name"),
            Title = cursor.Text("a title"),
            IsLarge = isLarge,
        };
    }

    private static Exception Broken(RootCursor cursor, int start, RootKey key)
    {
        cursor.Position = start;
        return cursor.Wrong(
            $"a record of {key.Size} bytes with a key of {key.KeySize} and {key.UnpackedSize} unpacked bytes",
            "a payload of 0 or more bytes behind its key");
    }
}
