using Moliere.Data;

namespace Moliere.Tests.Data;

public sealed class UnitSystemTests
{
    [Theory]
    [InlineData("GeV", 1e-3, 1)]
    [InlineData("mm", 1, 10)]
    [InlineData("GeV/mm³", 1e-3, 1e-3)]
    [InlineData("mm²", 1, 100)]
    [InlineData("ns²", 1, 1)]
    [InlineData("rad", 1, 1)]
    [InlineData("", 1, 1)]
    public void Factors_FollowTheUnit(string unit, double atlas, double cms)
    {
        Assert.Equal(atlas, UnitSystem.Atlas.FactorTo(unit), 12);
        Assert.Equal(cms, UnitSystem.Cms.FactorTo(unit), 12);
        Assert.Equal(1, UnitSystem.House.FactorTo(unit));
    }
}
