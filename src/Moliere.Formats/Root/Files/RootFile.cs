using System.Globalization;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Files;

/// <summary>
/// An open ROOT file: its header, the names in it, and records by position. Safe to read from several threads; nothing
/// is kept but the names.
/// </summary>
/// <source>ROOT, "TFile format" of the TFile documentation.</source>
public sealed class RootFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly Lazy<IReadOnlyList<RootEntry>> _entries;
    private readonly Lazy<StreamerCatalog> _streamers;

    private RootFile(string path, FileStream stream)
    {
        (Path, _stream, Length) = (path, stream, stream.Length);
        _entries = new(() => RootDirectory.Walk(this));
        _streamers = new(() => StreamerRecord.Read(this));
        Header = RootHeader.Read(path, Bytes(0, (int)Math.Min(100, Length)), Length);
    }

    /// <summary>Path as the user gave it.</summary>
    public string Path { get; }

    /// <summary>Size of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>All named records of all directories and cycles, in order of the file.</summary>
    public IReadOnlyList<RootEntry> Entries => _entries.Value;

    /// <summary>Version of ROOT that wrote it, such as <c>6.24/06</c>.</summary>
    public string RootVersion => string.Create(
        CultureInfo.InvariantCulture,
        $"{Header.Version / 10_000}.{Header.Version / 100 % 100:00}/{Header.Version % 100:00}");

    /// <summary>The file's setting; branches can have others.</summary>
    public RootCompression Compression => new(Header.Compression);

    internal RootHeader Header { get; }

    /// <summary>Layouts of the classes in it.</summary>
    internal StreamerCatalog Streamers => _streamers.Value;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">A file.</param>
    /// <exception cref="InvalidFileException">It is missing, unreadable, no ROOT file, or truncated.</exception>
    public static RootFile Open(string path)
    {
        FileStream stream = InputFile.OpenRaw(path);
        try
        {
            return new RootFile(path, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>The unpacked payload of a record.</summary>
    /// <param name="key">Its header.</param>
    /// <param name="inside">What it is, for errors; such as <c>tree 'events'</c>.</param>
    internal RootRecord Read(RootKey key, string inside)
    {
        long start = key.Position + key.KeySize;
        return new(key, Unpack(start, key.PayloadSize, key.UnpackedSize, inside), new(Path, start, inside)
        {
            IsPacked = key.PayloadSize != key.UnpackedSize,
        });
    }

    /// <summary>The record at a position, its own key read first.</summary>
    internal RootRecord Read(long position, string inside) =>
        Read(KeyAt(position, inside) with { Position = position }, inside);

    /// <summary>The key at a position.</summary>
    internal RootKey KeyAt(long position, string inside)
    {
        RequireInside(position, 4, inside);
        int longest = 26 + (3 * (ushort.MaxValue / 3)); // A key's own size has two bytes.
        byte[] bytes = Bytes(position, (int)Math.Min(longest, Length - position));
        return RootKey.Read(new(bytes, new(Path, position, inside)));
    }

    /// <summary>Bytes at a position; fewer where the file ends.</summary>
    internal RootCursor Window(long position, int size, string inside)
    {
        RequireInside(position, 1, inside);
        return new(Bytes(position, (int)Math.Min(size, Length - position)), new(Path, position, inside));
    }

    /// <summary>Bytes of the file as they are.</summary>
    internal byte[] Bytes(long position, int size)
    {
        RequireInside(position, size, "record");
        var bytes = new byte[size];
        ReadInto(position, bytes);
        return bytes;
    }

    /// <summary>Fills the bytes from the file; the range must lie inside it.</summary>
    internal void ReadInto(long position, Span<byte> bytes)
    {
        for (int done = 0; done < bytes.Length;)
        {
            int read = RandomAccess.Read(_stream.SafeFileHandle, bytes[done..], position + done);
            done += read > 0 ? read : throw new InvalidFileException(
                new(Path) { Byte = position + done }, "the end of the file", "more bytes",
                "it was cut while being read");
        }
    }

    /// <summary>Refuses a range that does not lie in the file.</summary>
    internal void RequireInside(long position, long size, string inside)
    {
        if (position < 0 || size < 0 || position > Length - size)
        {
            throw new InvalidFileException(
                new(Path) { Byte = Math.Max(position, 0), Inside = inside },
                $"{size} bytes that should stand at byte {position} of {Length}", "a place inside the file",
                "it is truncated or damaged");
        }
    }

    private byte[] Unpack(long start, int stored, int unpacked, string inside)
    {
        RequireInside(start, stored, inside);
        byte[] bytes = Bytes(start, stored);
        if (stored == unpacked)
        {
            return bytes;
        }

        var place = new FilePlace(Path) { Byte = start, Inside = inside };
        BlockChain.RequirePlausible(bytes, unpacked, place);
        var result = new byte[unpacked];
        BlockChain.Unpack(bytes, result, place);
        return result;
    }
}
