using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Tests.Formats.Codecs;

namespace Moliere.Tests.Formats.Root;

public sealed class BlockChainTests
{
    private static readonly FilePlace s_place = new("a.root") { Byte = 1000, Inside = "branch pt > basket 3" };

    [SkippableTheory]
    [InlineData(Codec.Zlib, "ZL\x08")]
    [InlineData(Codec.Deflate, "CS\x08")]
    [InlineData(Codec.Lzma, "XZ\0")]
    [InlineData(Codec.Lz4, "L4\x01")]
    [InlineData(Codec.Zstd, "ZS\x01")]
    public void Payload_ComesBackBehindItsTag(Codec codec, string tag)
    {
        PackingTests.SkipWithout(codec);
        byte[] payload = PackingTests.Content(5000);
        byte[] stored = BlockChain.Pack(payload, codec, 5);
        Assert.Equal(tag, string.Concat(stored.Take(3).Select(b => (char)b)));
        Assert.Equal(stored.Length - 9, stored[3] | (stored[4] << 8) | (stored[5] << 16));
        Assert.Equal(5000, stored[6] | (stored[7] << 8) | (stored[8] << 16));
        Assert.Equal(payload, Unpacked(stored, 5000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public void PayloadThatDoesNotShrink_IsStored(int length)
    {
        byte[] payload = PackingTests.Content(length);
        byte[] stored = BlockChain.Pack(payload, Codec.Zlib, 9);
        Assert.Equal(payload, stored);
        Assert.Equal(payload, Unpacked(stored, length));
    }

    [Fact]
    public void LevelZero_Stores() =>
        Assert.Equal(PackingTests.Content(500), BlockChain.Pack(PackingTests.Content(500), Codec.Zlib, 0));

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [InlineData(Codec.Zlib)]
    [InlineData(Codec.Deflate)]
    [InlineData(Codec.Lzma)]
    [InlineData(Codec.Lz4)]
    [InlineData(Codec.Zstd)]
    public void PayloadAbove16MiB_TakesSeveralBlocks(Codec codec)
    {
        PackingTests.SkipWithout(codec);
        byte[] payload = PackingTests.Content((1 << 24) + 5);
        byte[] stored = BlockChain.Pack(payload, codec, 1);
        BlockChain.RequirePlausible(stored, payload.Length, s_place);
        Assert.True(payload.AsSpan().SequenceEqual(Unpacked(stored, payload.Length)));
        BlockHeader first = BlockHeader.Read(stored, s_place);
        Assert.Equal((1 << 24) - 1, first.Unpacked);
        Assert.Equal(6, BlockHeader.Read(stored.AsSpan(9 + first.Packed), s_place).Unpacked);
    }

    [SkippableFact]
    public void BlocksOfSeveralCodecs_FollowEachOther()
    {
        PackingTests.SkipWithout(Codec.Zstd);
        byte[] payload = PackingTests.Content(900);
        byte[] stored =
            [.. BlockChain.Pack(payload[..500], Codec.Zstd, 5), .. BlockChain.Pack(payload[500..], Codec.Zlib, 5)];
        Assert.Equal(payload, Unpacked(stored, 900));
    }

    [Fact]
    public void EveryTruncation_IsRefusedByBothWalks()
    {
        byte[] stored = Chain();
        for (int length = 0; length < stored.Length; length++)
        {
            byte[] cut = stored[..length];
            var error = Assert.Throws<InvalidFileException>(() => Unpacked(cut, 900));
            Assert.Equal("a.root", error.Place.File);
            Assert.InRange(error.Place.Byte, 1000, 1000 + length);
            Assert.Throws<InvalidFileException>(() => BlockChain.RequirePlausible(cut, 900, s_place));
        }
    }

    [Fact]
    public void EveryFlippedByte_EndsInBytesOrInOneKindOfError()
    {
        byte[] stored = Chain();
        int refused = 0;
        for (int i = 0; i < stored.Length; i++)
        {
            foreach (byte mask in (byte[])[0x01, 0x80, 0xFF])
            {
                stored[i] ^= mask;
                refused += Record.Exception(() => Unpacked(stored, 900)) switch
                {
                    null => 0,
                    InvalidFileException => 1,
                    Exception other => throw new InvalidOperationException($"byte {i}", other),
                };
                stored[i] ^= mask;
            }
        }

        // The method bytes say nothing, and zlib's header has bits that say nothing either.
        Assert.InRange(refused, 3 * stored.Length - 20, 3 * stored.Length);
    }

    [Fact]
    public void UnknownTag_IsNamedAtItsByte()
    {
        byte[] stored = Chain();
        int second = stored.AsSpan(1).IndexOf("ZL"u8) + 1;
        "QQ"u8.CopyTo(stored.AsSpan(second));
        var error = Assert.Throws<InvalidFileException>(() => Unpacked(stored, 900));
        Assert.Equal(
            $"a.root, byte {1000 + second} (branch pt > basket 3): found a packed block with the tag 'QQ', "
            + "expected ZL, CS, XZ, L4 or ZS; the file is damaged, or packed in a way that is not known here.",
            error.Message);
    }

    [Theory]
    [InlineData(899)]
    [InlineData(901)]
    [InlineData(5_000_000_000)]
    public void AnotherClaimThanTheSumOfBlocks_IsNotPlausible(long claim) =>
        Assert.Throws<InvalidFileException>(() => BlockChain.RequirePlausible(Chain(), claim, s_place));

    [Fact]
    public void TheSumOfBlocks_IsPlausible()
    {
        BlockChain.RequirePlausible(Chain(), 900, s_place);
        BlockChain.RequirePlausible(new byte[7], 7, s_place);
        BlockChain.RequirePlausible([], 0, s_place);
        Assert.Throws<InvalidFileException>(() => BlockChain.RequirePlausible([], -1, s_place));
    }

    // 20 bytes cannot inflate to 16 MiB whatever they are.
    [Fact]
    public void BlockThatClaimsTooMuch_IsNotPlausible()
    {
        byte[] stored = [(byte)'Z', (byte)'L', 8, 20, 0, 0, 0xFF, 0xFF, 0xFF, .. new byte[20]];
        var error = Assert.Throws<InvalidFileException>(
            () => BlockChain.RequirePlausible(stored, 0xFFFFFF, s_place));
        Assert.Equal("a block of 20 bytes that claims to unpack to 16777215", error.Found);
    }

    [SkippableFact]
    public void WrongChecksum_IsSaid()
    {
        PackingTests.SkipWithout(Codec.Lz4);
        byte[] stored = BlockChain.Pack(PackingTests.Content(500), Codec.Lz4, 1);
        stored[9] ^= 1;
        var error = Assert.Throws<InvalidFileException>(() => Unpacked(stored, 500));
        Assert.Equal("lz4 bytes that do not have their checksum", error.Found);
    }

    private static byte[] Chain()
    {
        byte[] payload = PackingTests.Content(900);
        return [.. BlockChain.Pack(payload[..500], Codec.Zlib, 5), .. BlockChain.Pack(payload[500..], Codec.Zlib, 5)];
    }

    private static byte[] Unpacked(byte[] stored, int length)
    {
        var unpacked = new byte[length];
        BlockChain.Unpack(stored, unpacked, s_place);
        return unpacked;
    }
}
