using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>LZMA2 in the xz container through liblzma.</summary>
/// <source>The .xz file format, version 1.2.1; functions of lzma/container.h.</source>
internal sealed class LzmaCodec(NativeCodecLibrary library) : INativeCodec
{
    public static readonly NativeCodecLibrary Library = new(
        "lzma", "liblzma5",
        "liblzma.so.5", "liblzma.so", "liblzma.5.dylib", "liblzma.dylib", "liblzma.dll", "lzma.dll");

    // The dictionary of preset 9 has 64 MiB; a damaged header could ask for 4 GiB.
    private const ulong MemoryLimit = 80 << 20;
    private const int Crc32 = 1;

    private readonly Bound _bound = library.Function<Bound>("lzma_stream_buffer_bound");
    private readonly Decode _decode = library.Function<Decode>("lzma_stream_buffer_decode");
    private readonly Encode _encode = library.Function<Encode>("lzma_easy_buffer_encode");

    private delegate nuint Bound(nuint size);

    private delegate int Decode(
        ref ulong memoryLimit, uint flags, nint allocator, ref readonly byte from, ref nuint fromAt, nuint fromSize,
        ref byte to, ref nuint toAt, nuint toSize);

    private delegate int Encode(
        uint preset, int check, nint allocator, ref readonly byte from, nuint fromSize,
        ref byte to, ref nuint toAt, nuint toSize);

    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        ulong limit = MemoryLimit;
        nuint read = 0, written = 0;
        int code = _decode(
            ref limit, 0, 0, in MemoryMarshal.GetReference(packed), ref read, (nuint)packed.Length,
            ref MemoryMarshal.GetReference(unpacked), ref written, (nuint)unpacked.Length);
        if (code != 0 || written != (nuint)unpacked.Length || read != (nuint)packed.Length)
        {
            throw new CodecException("bytes that are no xz stream of this size", $"{unpacked.Length} bytes from lzma");
        }
    }

    public byte[] Pack(ReadOnlySpan<byte> unpacked, int level)
    {
        var packed = new byte[_bound((nuint)unpacked.Length)];
        nuint length = 0;
        int code = _encode(
            (uint)level, Crc32, 0, in MemoryMarshal.GetReference(unpacked), (nuint)unpacked.Length,
            ref packed[0], ref length, (nuint)packed.Length);
        return code == 0
            ? packed[..(int)length]
            : throw new CodecException("a refusal of liblzma to pack", "packed bytes");
    }
}
