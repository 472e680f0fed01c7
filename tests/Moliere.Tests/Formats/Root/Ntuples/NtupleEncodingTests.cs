namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>Every encoding from bytes that were written down by hand.</summary>
public sealed class NtupleEncodingTests
{
    [Theory]
    [InlineData(0x00, 1, "bool", 10, "0502", "[true,false,true,false,false,false,false,false,false,true]")]
    [InlineData(0x01, 8, "std::byte", 2, "00FF", "[0,255]")]
    [InlineData(0x02, 8, "char", 2, "41FF", "[65,-1]")]
    [InlineData(0x03, 8, "std::int8_t", 2, "7F80", "[127,-128]")]
    [InlineData(0x04, 8, "std::uint8_t", 2, "7F80", "[127,128]")]
    [InlineData(0x05, 16, "std::int16_t", 2, "0180FFFF", "[-32767,-1]")]
    [InlineData(0x06, 16, "std::uint16_t", 2, "0180FFFF", "[32769,65535]")]
    [InlineData(0x07, 32, "std::int32_t", 2, "01000080FEFFFFFF", "[-2147483647,-2]")]
    [InlineData(0x08, 32, "std::uint32_t", 1, "01000080", "[2147483649]")]
    [InlineData(0x09, 64, "std::int64_t", 1, "0000000000000080", "[-9223372036854775808]")]
    [InlineData(0x0A, 64, "std::uint64_t", 1, "FFFFFFFFFFFFFFFF", "[18446744073709551615]")]
    [InlineData(0x0B, 16, "float", 3, "003C00C0007C", "[1,-2,\"Infinity\"]")]
    [InlineData(0x0C, 32, "float", 2, "0000803F000000C0", "[1,-2]")]
    [InlineData(0x0D, 64, "double", 1, "000000000000F8BF", "[-1.5]")]
    [InlineData(0x11, 16, "std::int16_t", 3, "01FEFF00FFFF", "[-1,32767,-32768]")]
    [InlineData(0x12, 16, "std::uint16_t", 2, "01020304", "[769,1026]")]
    [InlineData(0x13, 32, "std::int32_t", 3, "0103FF0000FF0000FF0000FF", "[-1,-2,-2147483648]")]
    [InlineData(0x14, 32, "std::uint32_t", 2, "0102030405060708", "[117768961,134611970]")]
    [InlineData(0x15, 64, "std::int64_t", 2, "01FF00FF00FF00FF00FF00FF00FF00FF", "[-1,-9223372036854775808]")]
    [InlineData(0x16, 64, "std::uint64_t", 2, "0102000000000000000000000000FF00", "[18374686479671623681,2]")]
    [InlineData(0x17, 16, "float", 2, "00003CC0", "[1,-2]")]
    [InlineData(0x18, 32, "float", 2, "0000000080003FC0", "[1,-2]")]
    [InlineData(0x19, 64, "double", 2, "000000000000000000000000F800BFC0", "[-1.5,-2]")]
    [InlineData(0x18, 32, "double", 2, "0000000080003FC0", "[1,-2]")]
    [InlineData(0x0D, 64, "float", 1, "000000000000F8BF", "[-1.5]")]
    [InlineData(0x07, 32, "std::int8_t", 2, "01010000FFFFFFFF", "[1,-1]")]
    [InlineData(0x04, 8, "bool", 3, "000207", "[false,true,true]")]
    [InlineData(0x04, 8, "MyEnum", 3, "000207", "[0,2,7]")]
    public void WholeElements_AreDecoded(int type, int bits, string field, int count, string page, string values) =>
        Assert.Equal(values, Decoded(type, bits, field, count, page));

    // 1 is 0x3F800000, whose upper 10 bits are 0011111110; -2 is 0xC0000000 with 1100000000. Lowest bit first.
    [Theory]
    [InlineData(10, 2, "FE000C", "[1,-2]")]
    [InlineData(16, 2, "803F00C0", "[1,-2]")]
    [InlineData(31, 2, "0000C01F000000" + "30", "[1,-2]")]
    public void TruncatedNumbers_AreDecoded(int bits, int count, string page, string values) =>
        Assert.Equal(values, Decoded(0x1C, bits, "float", count, page));

    // From -1 to 1 in 3 steps of 2/3 with two bits: 0, 3, 1, 2 are 0b10011100.
    [Theory]
    [InlineData(1, 4, "06", "[-1,1,1,-1]")]
    [InlineData(2, 4, "9C", "[-1,1,-0.33333334,0.33333334]")]
    [InlineData(32, 2, "00000000FFFFFFFF", "[-1,1]")]
    public void QuantisedNumbers_AreDecoded(int bits, int count, string page, string values) =>
        Assert.Equal(values, Decoded(0x1D, bits, "float", count, page, (-1, 1)));

    [Theory]
    [InlineData(0x0E, 32, "0200000002000000030000" + "00")]
    [InlineData(0x0F, 64, "020000000000000002000000000000000300000000000000")]
    [InlineData(0x1A, 32, "020001000000000000000000")]
    [InlineData(0x1B, 64, "020001000000000000000000000000000000000000000000")]
    public void EndsOfCollections_AreDecoded(int type, int bits, string page)
    {
        var forge = new NtupleForge();
        int list = forge.Field("v", "std::vector<std::uint8_t>", role: 1);
        int item = forge.Field("_0", "std::uint8_t", parent: list);
        forge.Column(list, type, bits);
        forge.Column(item, 0x04, 8);
        forge.Cluster(3, [(3, Convert.FromHexString(page))], [(3, [7, 8, 9])]);
        Assert.Equal("[[7,8],[],[9]]", NtupleReading.Values(forge.Build(), "v"));
    }

    private static string Decoded(
        int type, int bits, string field, int count, string page, (double Min, double Max)? range = null)
    {
        var forge = new NtupleForge();
        forge.Column(forge.Field("x", field), type, bits, range: range);
        forge.Cluster(count, [(count, Convert.FromHexString(page))]);
        return NtupleReading.Values(forge.Build(), "x");
    }
}
