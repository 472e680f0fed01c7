using Moliere.Formats.Bytes;

namespace Moliere.Formats.Root.Writing;

/// <summary>Records behind each other in a growing file.</summary>
/// <param name="path">File to write.</param>
/// <param name="compression">How payloads are packed.</param>
internal sealed class RecordFile(string path, RootCompression compression) : IDisposable
{
    /// <summary>Position of the first record, behind the header.</summary>
    public const int Begin = 100;

    private readonly PartialFile _file = new(path);

    public string Path { get; } = path;

    public RootCompression Compression { get; } = compression;

    /// <summary>Position from which on records have the large form; ROOT's own limit unless a test lowers it.</summary>
    /// <source>ROOT, TFile::kStartBigFile.</source>
    public long LargeFrom { get; init; } = 2_000_000_000;

    /// <summary>Position behind the last record.</summary>
    public long End { get; set; } = Begin;

    public bool IsLarge => End > LargeFrom;

    /// <summary>Packs a payload and appends it behind its key.</summary>
    /// <param name="key">Names, parent and cycle; the rest is set here.</param>
    /// <param name="payload">Bytes as they are.</param>
    /// <returns>The key as it stands in the file.</returns>
    public RecordKey Append(RecordKey key, ReadOnlySpan<byte> payload) =>
        AppendPacked(key, Compression.Pack(payload), payload.Length);

    /// <summary>Appends a payload as it is, for records that readers take unpacked.</summary>
    public RecordKey AppendPlain(RecordKey key, ReadOnlySpan<byte> payload) =>
        AppendPacked(key, payload, payload.Length);

    /// <summary>Appends a payload that is packed already.</summary>
    public RecordKey AppendPacked(RecordKey key, ReadOnlySpan<byte> stored, int unpackedSize)
    {
        key = Place(key) with { StoredSize = stored.Length, UnpackedSize = unpackedSize };
        var head = new ByteBuffer();
        key.Write(head);
        Append(head.Span);
        Append(stored);
        return key;
    }

    /// <summary>The key at the place where the next record goes, so that its size is known.</summary>
    public RecordKey Place(RecordKey key) => key with { Position = End, IsLarge = key.IsLarge || IsLarge };

    /// <summary>Appends bytes of a record whose key is written already.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Write(End, bytes);
        End += bytes.Length;
    }

    /// <summary>Writes over bytes that are in the file.</summary>
    public void Overwrite(long position, ReadOnlySpan<byte> bytes) => _file.Write(position, bytes);

    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();
}
