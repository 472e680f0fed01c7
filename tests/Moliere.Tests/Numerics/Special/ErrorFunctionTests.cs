using Moliere.Numerics.Special;

namespace Moliere.Tests.Numerics.Special;

public sealed class ErrorFunctionTests
{
    // Abramowitz and Stegun, tables 7.1 and 7.3, and their extension to 16 digits.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(2, 0.9953222650189527)]
    [InlineData(3, 0.9999779095030014)]
    [InlineData(-1, -0.8427007929497149)]
    public void Erf_EqualsTable(double x, double expected) => Assert.Equal(expected, ErrorFunction.Erf(x), 1e-15);

    [Theory]
    [InlineData(3, 2.209049699858544e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.088487583762545e-45)]
    public void Erfc_KeepsItsDigitsInTheTail(double x, double expected) =>
        Assert.Equal(1, ErrorFunction.Erfc(x) / expected, 1e-12);

    [Fact]
    public void SeriesAndFraction_MeetAtTheCrossing()
    {
        double below = ErrorFunction.Erfc(Math.BitDecrement(2.5)), above = ErrorFunction.Erfc(2.5);
        Assert.Equal(1, below / above, 1e-11);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-1.959963984540054, 0.025)]
    public void NormalProbability_EqualsTable(double x, double expected) =>
        Assert.Equal(expected, ErrorFunction.NormalProbability(x), 1e-14);

    [Fact]
    public void NaN_GivesNaN() => Assert.True(double.IsNaN(ErrorFunction.Erf(double.NaN)));
}
