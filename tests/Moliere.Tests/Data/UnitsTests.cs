using Moliere.Data;

namespace Moliere.Tests.Data;

public sealed class UnitsTests
{
    [Fact]
    public void ForeignUnits_BecomeGeVAndMillimetres()
    {
        Assert.Equal(20, 20_000 * Units.MeV, 12);
        Assert.Equal(1, 1e6 * Units.KeV, 12);
        Assert.Equal(13_000, 13 * Units.TeV, 12);
        Assert.Equal(Units.Metre, 100 * Units.Centimetre);
    }

    [Fact]
    public void Light_CrossesAMetreInTheKnownTime() => Assert.Equal(3.33564, Units.Metre / Units.SpeedOfLight, 1e-5);
}
