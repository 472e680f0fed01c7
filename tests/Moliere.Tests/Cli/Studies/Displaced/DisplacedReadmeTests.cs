using Moliere.Cli.Studies.Displaced;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedReadmeTests
{
    [Fact]
    public void JetsOfAnEvent_AreThoseOfTheRecipe()
    {
        var rows = new DisplacedSampleOptions { PtMin = 55, PtMax = 320, EtaMax = 2.1, EventPtMin = 21 };
        string text = DisplacedReadme.Of([], null, rows);
        Assert.Contains("the jets of 55 to 320 GeV at EM scale with |eta| < 2.1", text, StringComparison.Ordinal);
        Assert.Contains("all jets above 21 GeV", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GeV at EM scale", DisplacedReadme.Of([], null, null), StringComparison.Ordinal);
    }
}
