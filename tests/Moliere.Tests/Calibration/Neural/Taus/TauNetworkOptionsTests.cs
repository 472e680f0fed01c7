using Moliere.Calibration.Closure;
using Moliere.Calibration.Neural.Taus;
using Moliere.Learning.Losses;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class TauNetworkOptionsTests
{
    [Fact]
    public void Network_IsThePublishedOne()
    {
        Assert.Equal([192, 192, 192, 128, 64], TauNetworkOptions.Network.Plan.Shape.Hidden);
        Assert.Equal(new MixtureNll(2), TauNetworkOptions.Network.Plan.Loss);
    }

    [Fact]
    public void Closure_IsThatOfTheOtherLearntScale()
    {
        Assert.Equal(ClosureCentre.Median, new TauNetworkOptions().Closure!.Centre);
        Assert.Equal(2.7, new TauNetworkOptions().Closure!.EtaEdges[^1]);
    }
}
