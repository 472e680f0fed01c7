using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root;

/// <summary>The nine bytes before each packed block of a <see cref="BlockChain"/>.</summary>
/// <param name="Codec">Way the block is packed.</param>
/// <param name="Packed">Bytes of the block behind the header.</param>
/// <param name="Unpacked">Bytes it unpacks to.</param>
internal readonly record struct BlockHeader(Codec Codec, int Packed, int Unpacked)
{
    public const int Size = 9;

    /// <summary>Reads a header; its block must lie in the bytes and be able to be as long as it says.</summary>
    /// <param name="rest">The chain from this header on.</param>
    /// <param name="place">File, byte of the header and breadcrumb for errors.</param>
    public static BlockHeader Read(ReadOnlySpan<byte> rest, FilePlace place)
    {
        if (rest.Length < Size)
        {
            throw new InvalidFileException(
                place, $"{rest.Length} bytes", $"a packed block behind a header of {Size} bytes");
        }

        Codec codec = CodecOf(rest, place);
        int packed = Three(rest[3..]);
        int unpacked = Three(rest[6..]);
        if (packed > rest.Length - Size)
        {
            throw new InvalidFileException(
                place, $"a packed block of {packed} bytes of which {rest.Length - Size} are there", "the whole block",
                "the file is damaged or cut");
        }

        return unpacked <= (long)packed * Packing.LargestExpansion(codec)
            ? new BlockHeader(codec, packed, unpacked)
            : throw new InvalidFileException(
                place, $"a block of {packed} bytes that claims to unpack to {unpacked}", "a size that can be",
                "the file is damaged");
    }

    /// <summary>Writes the header.</summary>
    /// <param name="to">At least <see cref="Size"/> bytes.</param>
    public void Write(Span<byte> to)
    {
        (string letters, int method) = Codec switch
        {
            Codec.Zlib => ("ZL", 8),
            Codec.Deflate => ("CS", 8),
            Codec.Lzma => ("XZ", 0),
            Codec.Lz4 => ("L4", 1),
            _ => ("ZS", 1),
        };
        to[0] = (byte)letters[0];
        to[1] = (byte)letters[1];
        to[2] = (byte)method;
        Three(to[3..], Packed);
        Three(to[6..], Unpacked);
    }

    // The method byte is 8 for both deflates, and for the others a version of the library that wrote: of no use.
    private static Codec CodecOf(ReadOnlySpan<byte> header, FilePlace place) => (header[0], header[1]) switch
    {
        ((byte)'Z', (byte)'L') => Codec.Zlib,
        ((byte)'C', (byte)'S') => Codec.Deflate,
        ((byte)'X', (byte)'Z') => Codec.Lzma,
        ((byte)'L', (byte)'4') => Codec.Lz4,
        ((byte)'Z', (byte)'S') => Codec.Zstd,
        _ => throw new InvalidFileException(
            place, $"a packed block with the tag {Tag(header)}", "ZL, CS, XZ, L4 or ZS",
            "the file is damaged, or packed in a way that is not known here"),
    };

    private static string Tag(ReadOnlySpan<byte> header) =>
        char.IsAsciiLetterOrDigit((char)header[0]) && char.IsAsciiLetterOrDigit((char)header[1])
            ? $"'{(char)header[0]}{(char)header[1]}'"
            : $"0x{header[0]:X2}{header[1]:X2}";

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static void Three(Span<byte> to, int value)
    {
        to[0] = (byte)value;
        to[1] = (byte)(value >> 8);
        to[2] = (byte)(value >> 16);
    }
}
