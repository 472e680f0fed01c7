using Moliere.Formats.Codecs;
using Moliere.Formats.Root;

namespace Moliere.Tests.Formats.Root;

public sealed class RootCompressionTests
{
    [Theory]
    [InlineData(0, null, 0, "stored")]
    [InlineData(1, Codec.Zlib, 1, "zlib 1")]
    [InlineData(101, Codec.Zlib, 1, "zlib 1")]
    [InlineData(209, Codec.Lzma, 9, "lzma 9")]
    [InlineData(305, Codec.Deflate, 5, "old deflate 5")]
    [InlineData(404, Codec.Lz4, 4, "lz4 4")]
    [InlineData(505, Codec.Zstd, 5, "zstd 5")]
    [InlineData(500, null, 0, "stored")]
    [InlineData(905, null, 5, "setting 905")]
    [InlineData(-1, null, 0, "setting -1")]
    public void Setting_IsRead(int setting, Codec? codec, int level, string words)
    {
        var compression = new RootCompression(setting);
        Assert.Equal(codec, compression.Codec);
        Assert.Equal(level, compression.Level);
        Assert.Equal(words, compression.ToString());
    }

    [Theory]
    [InlineData(Codec.Zlib, 101)]
    [InlineData(Codec.Deflate, 301)]
    [InlineData(Codec.Lzma, 201)]
    [InlineData(Codec.Lz4, 401)]
    [InlineData(Codec.Zstd, 501)]
    public void CodecAndLevel_MakeTheSetting(Codec codec, int setting) =>
        Assert.Equal(setting, new RootCompression(codec, 1).Setting);

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void LevelOutside_IsRefused(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RootCompression(Codec.Zstd, level));

    [Fact]
    public void Stored_PacksNothing() => Assert.Null(RootCompression.Stored.Codec);
}
