using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>LZ4 through liblz4, with the xxHash64 of the packed bytes before them, as ROOT stores its blocks.</summary>
/// <source>LZ4 block format description 1.6; functions of lz4.h and lz4hc.h.</source>
internal sealed class Lz4Codec(NativeCodecLibrary library) : INativeCodec
{
    public static readonly NativeCodecLibrary Library = new(
        "lz4", "liblz4-1", "liblz4.so.1", "liblz4.so", "liblz4.1.dylib", "liblz4.dylib", "liblz4.dll", "lz4.dll");

    private const int ChecksumSize = 8;
    private const int FirstSlowLevel = 4; // Above, ROOT takes the packer that searches longer.

    private readonly Decompress _decompress = library.Function<Decompress>("LZ4_decompress_safe");
    private readonly Bound _bound = library.Function<Bound>("LZ4_compressBound");
    private readonly CompressFast _compressFast = library.Function<CompressFast>("LZ4_compress_default");
    private readonly CompressSlow _compressSlow = library.Function<CompressSlow>("LZ4_compress_HC");

    private delegate int Bound(int size);

    private delegate int Decompress(ref readonly byte from, ref byte to, int size, int room);

    private delegate int CompressFast(ref readonly byte from, ref byte to, int size, int room);

    private delegate int CompressSlow(ref readonly byte from, ref byte to, int size, int room, int level);

    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        if (packed.Length < ChecksumSize)
        {
            throw new CodecException($"{packed.Length} bytes of lz4", $"at least the {ChecksumSize} of its checksum");
        }

        ReadOnlySpan<byte> block = packed[ChecksumSize..];
        if (BinaryPrimitives.ReadUInt64BigEndian(packed) != XxHash64.Of(block))
        {
            throw new CodecException("lz4 bytes that do not have their checksum", "the bytes that were written");
        }

        int length = _decompress(
            in MemoryMarshal.GetReference(block), ref MemoryMarshal.GetReference(unpacked), block.Length,
            unpacked.Length);
        if (length != unpacked.Length)
        {
            throw new CodecException("bytes that are no lz4 block of this size", $"{unpacked.Length} bytes from lz4");
        }
    }

    public byte[] Pack(ReadOnlySpan<byte> unpacked, int level)
    {
        var packed = new byte[ChecksumSize + _bound(unpacked.Length)];
        Span<byte> block = packed.AsSpan(ChecksumSize);
        ref readonly byte from = ref MemoryMarshal.GetReference(unpacked);
        int length = level < FirstSlowLevel
            ? _compressFast(in from, ref block[0], unpacked.Length, block.Length)
            : _compressSlow(in from, ref block[0], unpacked.Length, block.Length, level);
        BinaryPrimitives.WriteUInt64BigEndian(packed, XxHash64.Of(block[..length]));
        return packed[..(ChecksumSize + length)];
    }
}
