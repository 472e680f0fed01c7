using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;

namespace Moliere.Tests.Formats.Codecs;

public sealed class PackingTests
{
    [Fact]
    public void StreamThatAsksForADictionary_IsNone()
    {
        byte[] packed = [0x78, 0x20, 1, 2, 3, 4, 5, 6]; // RFC 1950: bit 5 of the second byte.
        Assert.Throws<CodecException>(() => Packing.Unpack(Codec.Zlib, packed, new byte[100]));
    }

    [SkippableTheory]
    [InlineData(Codec.Zlib)]
    [InlineData(Codec.Deflate)]
    [InlineData(Codec.Lzma)]
    [InlineData(Codec.Lz4)]
    [InlineData(Codec.Zstd)]
    public void PackedBytes_ComeBack(Codec codec)
    {
        SkipWithout(codec);
        foreach (int length in (int[])[0, 1, 100, 70_000])
        {
            foreach (int level in (int[])[1, 5, 9])
            {
                byte[] bytes = Content(length);
                byte[] packed = Packing.Pack(codec, level, bytes);
                var back = new byte[length];
                Packing.Unpack(codec, packed, back);
                Assert.Equal(bytes, back);
                Assert.True(length < 1000 || packed.Length < length / 2, $"{packed.Length} of {length}");
            }
        }
    }

    [SkippableTheory]
    [InlineData(Codec.Zlib)]
    [InlineData(Codec.Deflate)]
    [InlineData(Codec.Lzma)]
    [InlineData(Codec.Lz4)]
    [InlineData(Codec.Zstd)]
    public void AnotherSizeThanPacked_IsRefused(Codec codec)
    {
        SkipWithout(codec);
        byte[] packed = Packing.Pack(codec, 5, Content(1000));
        Assert.Throws<CodecException>(() => Packing.Unpack(codec, packed, new byte[999]));
        Assert.Throws<CodecException>(() => Packing.Unpack(codec, packed, new byte[1001]));
        Assert.Throws<CodecException>(() => Packing.Unpack(codec, packed.AsSpan(0, packed.Length / 2), new byte[1000]));
        Assert.Throws<CodecException>(() => Packing.Unpack(codec, [], new byte[1000]));
    }

    // Bare deflate has no checksum, and zstd as ROOT writes it has none either: there a flipped bit may go unseen.
    [SkippableTheory]
    [InlineData(Codec.Zlib)]
    [InlineData(Codec.Lzma)]
    [InlineData(Codec.Lz4)]
    public void EveryFlippedByte_IsSeenWhereTheCodecHasAChecksum(Codec codec)
    {
        SkipWithout(codec);
        byte[] packed = Packing.Pack(codec, 5, Content(300));
        for (int i = codec == Codec.Zlib ? 2 : 0; i < packed.Length; i++)
        {
            packed[i] ^= 0x55;
            Assert.Throws<CodecException>(() => Packing.Unpack(codec, packed, new byte[300]));
            packed[i] ^= 0x55;
        }
    }

    [SkippableTheory]
    [InlineData(Codec.Deflate)]
    [InlineData(Codec.Zstd)]
    public void FlippedBytes_EndInBytesOrInOneKindOfError(Codec codec)
    {
        SkipWithout(codec);
        byte[] packed = Packing.Pack(codec, 5, Content(300));
        int refused = 0;
        for (int i = 0; i < packed.Length; i++)
        {
            packed[i] ^= 0x55;
            refused += Record.Exception(() => Packing.Unpack(codec, packed, new byte[300])) switch
            {
                null => 0,
                CodecException => 1,
                Exception other => throw new InvalidOperationException($"byte {i}", other),
            };
            packed[i] ^= 0x55;
        }

        Assert.InRange(refused, 1, packed.Length);
    }

    [SkippableFact]
    public void ManyThreads_GetTheirOwnBytes()
    {
        SkipWithout(Codec.Zstd);
        byte[][] packed = [.. Enumerable.Range(0, 64).Select(i => Packing.Pack(Codec.Zstd, 1, Content(5000 + i)))];
        Parallel.For(0, 640, i =>
        {
            var back = new byte[5000 + i % 64];
            Packing.Unpack(Codec.Zstd, packed[i % 64], back);
            Assert.Equal(Content(back.Length), back);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void LevelOutside_IsRefused(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Packing.Pack(Codec.Zlib, level, [1]));

    [Fact]
    public void NothingIsRequiredForZlib() => Packing.Require(Codec.Zlib, new FilePlace("out.root"));

    internal static void SkipWithout(Codec codec)
    {
        NativeCodecLibrary? library = codec switch
        {
            Codec.Zstd => ZstdCodec.Library,
            Codec.Lz4 => Lz4Codec.Library,
            Codec.Lzma => LzmaCodec.Library,
            _ => null,
        };
        Skip.If(library is { IsPresent: false }, $"The library of {codec} is not on this machine.");
    }

    /// <summary>Bytes that pack well, with a little of everything.</summary>
    internal static byte[] Content(int length)
    {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i % 7 == 0 ? i / 64 : i % 3);
        }

        return bytes;
    }
}
