using Moliere.Formats.Bytes;

namespace Moliere.Formats.Codecs;

/// <summary>The front door of the codecs. Everything is safe to call from several threads.</summary>
internal static class Packing
{
    private static readonly Lazy<INativeCodec> s_zstd = Later(() => new ZstdCodec(ZstdCodec.Library));
    private static readonly Lazy<INativeCodec> s_lz4 = Later(() => new Lz4Codec(Lz4Codec.Library));
    private static readonly Lazy<INativeCodec> s_lzma = Later(() => new LzmaCodec(LzmaCodec.Library));

    /// <summary>Unpacks exactly the bytes asked for.</summary>
    /// <exception cref="CodecException">Damaged bytes, another number of them, or a missing library.</exception>
    public static void Unpack(Codec codec, ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        if (codec is Codec.Zlib or Codec.Deflate)
        {
            DeflateCodec.Unpack(codec == Codec.Deflate, packed, unpacked);
            return;
        }

        Native(codec).Unpack(packed, unpacked);
    }

    /// <summary>Packs bytes of any number.</summary>
    /// <param name="codec">Way to pack.</param>
    /// <param name="level">1 (fast) to 9 (small).</param>
    /// <param name="unpacked">The bytes.</param>
    /// <exception cref="CodecException">The library is missing.</exception>
    public static byte[] Pack(Codec codec, int level, ReadOnlySpan<byte> unpacked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 9);
        return codec is Codec.Zlib or Codec.Deflate
            ? DeflateCodec.Pack(unpacked, codec == Codec.Deflate, level)
            : Native(codec).Pack(unpacked, level);
    }

    /// <summary>Ends a write before its first byte when the library of its codec is missing.</summary>
    /// <param name="codec">Way to pack.</param>
    /// <param name="place">The file to be written.</param>
    /// <exception cref="InvalidFileException">The library is missing.</exception>
    public static void Require(Codec codec, FilePlace place)
    {
        try
        {
            _ = codec is Codec.Zlib or Codec.Deflate ? null : Native(codec);
        }
        catch (CodecException error)
        {
            throw new InvalidFileException(place, error.Found, error.Expected, error.Remedy, error);
        }
    }

    /// <summary>The most bytes into which one packed byte can grow.</summary>
    /// <source>
    /// Deflate: 258 bytes from two bits (RFC 1951 section 3.2.5). LZ4: 255 per byte of a length. Zstd: 128 KiB from a
    /// block of four bytes (RFC 8878 section 3.1.1.2). LZMA: 273 bytes from a dozen decisions of 0.02 bits, doubled.
    /// </source>
    public static int LargestExpansion(Codec codec) => codec switch
    {
        Codec.Zlib or Codec.Deflate => 1032,
        Codec.Lz4 => 255,
        Codec.Zstd => 1 << 15,
        _ => 1 << 14,
    };

    private static INativeCodec Native(Codec codec) => codec switch
    {
        Codec.Zstd => s_zstd.Value,
        Codec.Lz4 => s_lz4.Value,
        _ => s_lzma.Value,
    };

    // Without the publication mode a missing library would be remembered as an exception with the wrong stack.
    private static Lazy<INativeCodec> Later(Func<INativeCodec> make) => new(make, LazyThreadSafetyMode.PublicationOnly);
}
