using Moliere.Formats.Codecs;

namespace Moliere.Tests.Formats.Codecs;

public sealed class NativeCodecLibraryTests
{
    private static readonly NativeCodecLibrary s_absent = new("zstd", "libzstd1", "libno-such-thing.so.1", "nor-this");

    [Fact]
    public void MissingLibrary_IsNamedWithItsPackage()
    {
        Assert.False(s_absent.IsPresent);
        var error = Assert.Throws<CodecException>(() => new ZstdCodec(s_absent));
        Assert.Equal("bytes of zstd without the library 'libno-such-thing.so.1' on this machine", error.Found);
        Assert.Equal("the library", error.Expected);
        Assert.Equal("install it (on Debian and Ubuntu: apt-get install libzstd1)", error.Remedy);
        Assert.Throws<CodecException>(() => new Lz4Codec(s_absent));
        Assert.Throws<CodecException>(() => new LzmaCodec(s_absent));
    }

    [SkippableFact]
    public void LibraryWithoutTheFunction_SaysWhich()
    {
        PackingTests.SkipWithout(Codec.Lz4);
        var error = Assert.Throws<CodecException>(() => Lz4Codec.Library.Function<Action>("LZ4_no_such_function"));
        Assert.Contains("LZ4_no_such_function", error.Found);
    }
}
