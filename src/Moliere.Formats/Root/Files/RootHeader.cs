using Moliere.Formats.Bytes;

namespace Moliere.Formats.Root.Files;

/// <summary>The first bytes of a ROOT file.</summary>
/// <source>ROOT, "TFile format" of the TFile documentation.</source>
internal sealed record RootHeader
{
    private const int LargestSize = 75; // Up to the UUID, in the form with positions of 8 bytes.

    /// <summary>Version of ROOT that wrote it, as 62402 for 6.24/02.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the header has positions of 8 bytes; says nothing about those of records.</summary>
    public required bool IsLarge { get; init; }

    /// <summary>Position of the first record.</summary>
    public required long Begin { get; init; }

    /// <summary>Position behind the last record.</summary>
    public required long End { get; init; }

    /// <summary>Bytes of key and names in front of the directory's numbers in the first record.</summary>
    public required int NameSize { get; init; }

    /// <summary>Algorithm times 100 plus level; 1 to 9 alone mean the old zlib setting.</summary>
    public required int Compression { get; init; }

    /// <summary>Position of the record with streamer information; 0 without one.</summary>
    public required long StreamerPosition { get; init; }

    /// <summary>Bytes of that record, key included.</summary>
    public required int StreamerSize { get; init; }

    /// <summary>Reads and checks the header.</summary>
    /// <param name="path">File name for errors.</param>
    /// <param name="start">The first bytes of the file, up to 100.</param>
    /// <param name="length">Bytes of the file.</param>
    public static RootHeader Read(string path, ReadOnlyMemory<byte> start, long length)
    {
        if (!start.Span.StartsWith("root"u8))
        {
            throw new InvalidFileException(
                new(path) { Byte = 0 }, "other first bytes", "'root', with which every ROOT file begins",
                "check that this is a ROOT file");
        }

        var cursor = new RootCursor(start, new(path, 0, "file header")) { Position = 4 };
        int version = cursor.Int32("the version");
        bool isLarge = version >= 1_000_000;
        long begin = cursor.UInt32("the position of the first record"), end = cursor.Seek(isLarge, "the end");
        cursor.Skip(isLarge ? 16 : 12, "the list of free segments");
        int nameSize = cursor.Int32("the length of the name");
        cursor.Skip(1, "the size of positions");
        var header = new RootHeader
        {
            Version = version % 1_000_000,
            IsLarge = isLarge,
            Begin = begin,
            End = end,
            NameSize = nameSize,
            Compression = cursor.Int32("the compression"),
            StreamerPosition = cursor.Seek(isLarge, "the position of the streamer information"),
            StreamerSize = cursor.Int32("the size of the streamer information"),
        };
        return end <= length ? header : throw new InvalidFileException(
            new(path) { Byte = 12, Inside = "file header" }, $"a file of {length} bytes", $"{end} as its header says",
            "it is truncated; copy it again");
    }
}
