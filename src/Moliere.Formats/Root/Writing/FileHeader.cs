namespace Moliere.Formats.Root.Writing;

/// <summary>The first bytes of a file and the record of its free segments, both written once all else is.</summary>
/// <source>ROOT, TFile::WriteHeader, TFile::WriteFree and TFree::FillBuffer.</source>
internal static class FileHeader
{
    /// <summary>ROOT 6.24/00, whose class layouts are those of <see cref="LayoutTable"/>.</summary>
    private const int Version = 62400;

    private const int LargeFile = 1_000_000;
    private const long FreeStep = 1_000_000_000; // ROOT widens the last free segment by so much at a time.

    /// <summary>Writes free segments and header.</summary>
    /// <param name="file">All other records are in it.</param>
    /// <param name="root">The first directory.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="streamers">The record with streamer information.</param>
    public static void Complete(RecordFile file, DirectoryRecord root, string name, RecordKey streamers)
    {
        RecordKey free = WriteFree(file, name);
        bool isLarge = file.IsLarge;
        var header = new ByteBuffer();
        header.Bytes("root"u8);
        header.Int32(Version + (isLarge ? LargeFile : 0));
        header.Int32(RecordFile.Begin);
        header.Seek(file.End, isLarge);
        header.Seek(free.Position, isLarge);
        header.Int32(free.RecordSize);
        header.Int32(1);
        header.Int32(root.NamesSize);
        header.Byte(isLarge ? 8 : 4);
        header.Int32(file.Compression.Setting);
        header.Seek(streamers.Position, isLarge);
        header.Int32(streamers.RecordSize);
        WriteIdentifier(header);
        header.Zeros(RecordFile.Begin - header.Length);
        file.Overwrite(0, header.Span);
    }

    /// <summary>A TUUID of zeros: a random one would make files of equal contents differ.</summary>
    public static void WriteIdentifier(ByteBuffer to)
    {
        to.Int16(1);
        to.Zeros(16);
    }

    // One segment: from the end of the file, which this record itself shifts, to the end of the numbers.
    private static RecordKey WriteFree(RecordFile file, string name)
    {
        RecordKey key = file.Place(new("TFile", name, "") { Parent = RecordFile.Begin });
        bool isLarge = key.IsLarge;
        long first = file.End + key.Size + (isLarge ? 18 : 10), last = file.LargeFrom;
        while (last <= first)
        {
            last += FreeStep;
        }

        var payload = new ByteBuffer();
        payload.Int16(isLarge ? 1001 : 1);
        payload.Seek(first, isLarge);
        payload.Seek(last, isLarge);
        return file.AppendPlain(key, payload.Span);
    }
}
