using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class MethodPaletteTests
{
    [Fact]
    public void Colour_DependsOnThePlaceOfTheMethodOnly()
    {
        var palette = new MethodPalette(["em", "lcw", "mdn"]);

        Assert.Equal("#e69f00", palette.Colour("lcw"));
        Assert.Equal(3, palette.Methods.Select(palette.Colour).Distinct().Count());
        Assert.Equal(3, palette.Methods.Select(palette.Marker).Distinct().Count());
        Assert.False(palette.Knows("bnn"));
    }

    [Theory]
    [InlineData(0, "#fde725")]
    [InlineData(1, "#440154")]
    [InlineData(2, "#440154")]
    [InlineData(0.125, "#addc30")]
    public void ColourMap_InterpolatesBetweenItsAnchors(double fraction, string colour) =>
        Assert.Equal(colour, ColourMap.At(fraction));
}
