using Moliere.Formats.Codecs;

namespace Moliere.Tests.Formats.Codecs;

/// <summary>
/// The input is that of xxHash's own self-test (bytes from a multiplicative generator), the hashes those of libxxhash
/// 0.8.1 with seed 0, at the lengths where its ways through the bytes change.
/// </summary>
public sealed class XxHashTests
{
    [Theory]
    [InlineData(0, 0xEF46DB3751D8E999UL)]
    [InlineData(1, 0xE934A84ADB052768UL)]
    [InlineData(4, 0x9136A0DCA57457EEUL)]
    [InlineData(14, 0x8282DCC4994E35C8UL)]
    [InlineData(31, 0x299B39A290E6D783UL)]
    [InlineData(32, 0x18B216492BB44B70UL)]
    [InlineData(33, 0x55C8DC3E578F5B59UL)]
    [InlineData(222, 0xB641AE8CB691C174UL)]
    [InlineData(2367, 0xA82418DDEC0EA581UL)]
    public void XxHash64_AgreesWithTheOfficialVectors(int length, ulong hash) =>
        Assert.Equal(hash, XxHash64.Of(Input(length)));

    [Theory]
    [InlineData(0, 0x2D06800538D394C2UL)]
    [InlineData(1, 0xC44BDFF4074EECDBUL)]
    [InlineData(2, 0x7A9978044CB8A8BBUL)]
    [InlineData(3, 0x54247382A8D6B94DUL)]
    [InlineData(4, 0xE5DC74BC51848A51UL)]
    [InlineData(6, 0x27B56A84CD2D7325UL)]
    [InlineData(8, 0x24CCC9ACAA9F65E4UL)]
    [InlineData(9, 0x14D5001C15DD3F2BUL)]
    [InlineData(12, 0xA713DAF0DFBB77E7UL)]
    [InlineData(16, 0x981B17D36C7498C9UL)]
    [InlineData(17, 0x796F5ACD3A60F862UL)]
    [InlineData(24, 0xA3FE70BF9D3510EBUL)]
    [InlineData(32, 0x9FEADDBDBF57EED3UL)]
    [InlineData(33, 0xABFB2D081B400A10UL)]
    [InlineData(48, 0x397DA259ECBA1F11UL)]
    [InlineData(64, 0x9CB48487720EC49DUL)]
    [InlineData(65, 0xFD81AAC4BEBC3883UL)]
    [InlineData(80, 0xBCDEFBBB2C47C90AUL)]
    [InlineData(96, 0x935A769A7F94776FUL)]
    [InlineData(97, 0xCA4CA268FD3C3A6CUL)]
    [InlineData(128, 0xFCFF24126754D861UL)]
    [InlineData(129, 0x98F1B0A679A2CA29UL)]
    [InlineData(195, 0xCD94217EE362EC3AUL)]
    [InlineData(240, 0x81C3C2B67F568CCFUL)]
    [InlineData(241, 0xC5A639ECD2030E5EUL)]
    [InlineData(403, 0xCDEB804D65C6DEA4UL)]
    [InlineData(512, 0x617E49599013CB6BUL)]
    [InlineData(1024, 0xDD85C9B5C1109C5CUL)]
    [InlineData(1025, 0xD870C0FA13211C6AUL)]
    [InlineData(2048, 0xDD59E2C3A5F038E0UL)]
    [InlineData(2240, 0x6E73A90539CF2948UL)]
    [InlineData(2367, 0xCB37AEB9E5D361EDUL)]
    public void XxHash3_AgreesWithTheOfficialVectors(int length, ulong hash) =>
        Assert.Equal(hash, XxHash3.Of(Input(length)));

    private static byte[] Input(int length)
    {
        var bytes = new byte[length];
        ulong generator = 2654435761;
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)(generator >> 56);
            generator *= 11400714785074694797;
        }

        return bytes;
    }
}
