using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>Zstandard through libzstd; one context per thread, as making one costs as much as a small block.</summary>
/// <source>RFC 8878; functions of zstd.h, stable since version 1.0.</source>
internal sealed class ZstdCodec(NativeCodecLibrary library) : INativeCodec
{
    public static readonly NativeCodecLibrary Library = new(
        "zstd", "libzstd1",
        "libzstd.so.1", "libzstd.so", "libzstd.1.dylib", "libzstd.dylib", "libzstd.dll", "zstd.dll");

    private readonly Functions _functions = new(library);

    private readonly ThreadLocal<Context> _unpackers = new(
        () => new Context(library, "ZSTD_createDCtx", "ZSTD_freeDCtx"));

    private readonly ThreadLocal<Context> _packers = new(
        () => new Context(library, "ZSTD_createCCtx", "ZSTD_freeCCtx"));

    private delegate nuint Bound(nuint size);

    private delegate uint Test(nuint code);

    private delegate nuint Decompress(nint context, ref byte to, nuint room, ref readonly byte from, nuint size);

    private delegate nuint Compress(
        nint context, ref byte to, nuint room, ref readonly byte from, nuint size, int level);

    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        nuint length = _functions.Decompress(
            _unpackers.Value!.Pointer, ref MemoryMarshal.GetReference(unpacked), (nuint)unpacked.Length,
            in MemoryMarshal.GetReference(packed), (nuint)packed.Length);
        if (_functions.IsError(length) != 0 || length != (nuint)unpacked.Length)
        {
            throw new CodecException("bytes that are no zstd frame of this size", $"{unpacked.Length} bytes from zstd");
        }
    }

    /// <summary>Packs; ROOT's levels 1 to 9 are the even ones of the library.</summary>
    public byte[] Pack(ReadOnlySpan<byte> unpacked, int level)
    {
        var packed = new byte[_functions.Bound((nuint)unpacked.Length)];
        nuint length = _functions.Compress(
            _packers.Value!.Pointer, ref packed[0], (nuint)packed.Length,
            in MemoryMarshal.GetReference(unpacked), (nuint)unpacked.Length, 2 * level);
        return _functions.IsError(length) == 0
            ? packed[..(int)length]
            : throw new CodecException("a refusal of libzstd to pack", "packed bytes");
    }

    private sealed class Functions(NativeCodecLibrary library)
    {
        public Bound Bound { get; } = library.Function<Bound>("ZSTD_compressBound");

        public Test IsError { get; } = library.Function<Test>("ZSTD_isError");

        public Decompress Decompress { get; } = library.Function<Decompress>("ZSTD_decompressDCtx");

        public Compress Compress { get; } = library.Function<Compress>("ZSTD_compressCCtx");
    }

    // Freed when its thread is gone and nothing refers to it any more.
    private sealed class Context : SafeHandle
    {
        private readonly Free _free;

        public Context(NativeCodecLibrary library, string create, string free)
            : base(0, ownsHandle: true)
        {
            _free = library.Function<Free>(free);
            SetHandle(library.Function<Create>(create)());
        }

        private delegate nint Create();

        private delegate nuint Free(nint context);

        public override bool IsInvalid => handle == 0;

        public nint Pointer => handle;

        protected override bool ReleaseHandle() => _free(handle) == 0;
    }
}
