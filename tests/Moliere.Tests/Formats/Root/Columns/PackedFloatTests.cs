using Moliere.Formats.Root.Columns;

namespace Moliere.Tests.Formats.Root.Columns;

public class PackedFloatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("energy in GeV")]
    [InlineData("[n]")]
    [InlineData("[0,0,")]
    [InlineData("[0,0,16]")] // More than 14 bits without a range are a plain float.
    public void TitleWithoutRange_IsPlain(string title) =>
        Assert.True(PackedFloat.Parse(title).IsPlainAs(NumberKind.Double32));

    [Theory]
    [InlineData("f[-2.71,10,16]", -2.71, 65536 / 12.71)]
    [InlineData("[3][0,1]", 0, 4294967295.0)]
    [InlineData("x[n]/d[-pi,pi,8]", -Math.PI, 256 / (2 * Math.PI))]
    [InlineData("[0, 2pi, 99]", 0, 4294967295.0 / (2 * Math.PI))] // Bits out of 2..32 mean 32.
    public void Range_GivesLowEndAndStepsPerUnit(string title, double low, double factor)
    {
        var packing = PackedFloat.Parse(title);
        Assert.Equal(low, packing.Low);
        Assert.Equal(factor, packing.Factor, 1e-9 * factor);
        Assert.Equal(4, packing.Width);
    }

    [Fact]
    public void WholeNumber_IsScaledIntoTheRange() =>
        Assert.Equal(
            -2.71 + (3661 * 12.71 / 65536), PackedFloat.Parse("[-2.71,10,16]").Decode([0, 0, 0x0E, 0x4D]), 1e-12);

    [Theory]
    [InlineData(new byte[] { 0x7F, 0x00, 0x00 }, 1)]
    [InlineData(new byte[] { 0x80, 0x08, 0x00 }, 3)]
    [InlineData(new byte[] { 0x80, 0x20, 0x00 }, -2)]
    public void CutMantissa_HasTwelveBitsWhereNothingIsSaid(byte[] bytes, double expected) =>
        Assert.Equal(expected, PackedFloat.Plain.OrDefaultBits().Decode(bytes));
}
