using Moliere.Formats.Bytes;

namespace Moliere.Tests.Formats.Bytes;

public sealed class Crc32CTests
{
    // RFC 3720 appendix B.4.
    [Fact]
    public void TestVectorsOfTheStandard_Agree()
    {
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Of(Enumerable.Repeat((byte)0xFF, 32).ToArray()));
        Assert.Equal(0x46DD794Eu, Crc32C.Of(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()));
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8.ToArray()));
    }
}
