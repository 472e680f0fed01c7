using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class JetColumnsTests
{
    [Fact]
    public void Globals_AreTheTwentyThreeOfThePaper()
    {
        Assert.Equal(23, JetColumns.Globals.Count);
        Assert.Equal(23, JetColumns.Globals.Distinct().Count());
        Assert.Equal(14, JetColumns.LayerFractions.Count);
    }
}
