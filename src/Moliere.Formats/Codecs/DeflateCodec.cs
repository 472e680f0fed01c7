using System.Buffers;
using System.IO.Compression;

namespace Moliere.Formats.Codecs;

/// <summary>Deflate through the streams of .NET, with zlib's header and checksum or bare.</summary>
/// <source>RFC 1950 (zlib), RFC 1951 (deflate).</source>
internal static class DeflateCodec
{
    public static void Unpack(bool isBare, ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        // A stream cannot hold a span: one copy of the packed bytes, a hundredth of the time that inflating them takes.
        byte[] copy = ArrayPool<byte>.Shared.Rent(packed.Length);
        try
        {
            packed.CopyTo(copy);
            using Stream inflate = Inflate(isBare, new MemoryStream(copy, 0, packed.Length, writable: false));
            Read(inflate, unpacked);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new CodecException("bytes that are no deflate stream", "deflate", cause: error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    public static byte[] Pack(ReadOnlySpan<byte> unpacked, bool isBare, int level)
    {
        var packed = new MemoryStream(unpacked.Length / 2 + 64);
        var options = new ZLibCompressionOptions { CompressionLevel = level };
        using (Stream deflate = isBare
            ? new DeflateStream(packed, options, leaveOpen: true)
            : new ZLibStream(packed, options, leaveOpen: true))
        {
            deflate.Write(unpacked);
        }

        return packed.ToArray();
    }

    private static Stream Inflate(bool isBare, Stream packed) => isBare
        ? new DeflateStream(packed, CompressionMode.Decompress)
        : new ZLibStream(packed, CompressionMode.Decompress);

    // Reading one byte too many makes the library check the checksum at the end.
    private static void Read(Stream inflate, Span<byte> unpacked)
    {
        int read = inflate.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
        if (read < unpacked.Length || inflate.ReadByte() >= 0)
        {
            string found = read < unpacked.Length ? $"only {read}" : "more";
            throw new CodecException($"{found} bytes in a deflate stream", $"{unpacked.Length}");
        }
    }
}
