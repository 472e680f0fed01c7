// covers: Network, NetworkFamily
using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tests.Learning.Models;

public sealed class NetworkPlanTests
{
    [Fact]
    public void SinglePlan_MakesANetworkWithTheOutputsOfItsLoss()
    {
        var plan = new NetworkPlan { Shape = new() { Hidden = [4] }, Loss = new MixtureNll(2) };
        Network network = plan.Create(3, seed: 1);
        Assert.IsType<Mlp>(network);
        Assert.Equal((3, 6), (network.InputCount, network.OutputCount));
    }

    [Theory]
    [InlineData(NetworkFamily.DeepEnsemble, false)]
    [InlineData(NetworkFamily.RepulsiveEnsemble, true)]
    public void EnsemblePlan_MakesItsMembers(NetworkFamily family, bool isRepulsive)
    {
        var plan = new NetworkPlan { Family = family, Ensemble = new() { Members = 5 } };
        var ensemble = Assert.IsType<Ensemble>(plan.Create(3, seed: 1));
        Assert.Equal((5, isRepulsive), (ensemble.MemberCount, ensemble.IsRepulsive));
    }

    [Fact]
    public void UnknownFamily_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new NetworkPlan { Family = (NetworkFamily)99 }.Create(3, seed: 1));

    [Fact]
    public void Json_BringsThePlanBack()
    {
        var plan = new NetworkPlan
        {
            Shape = new() { Hidden = [4, 5] },
            Loss = new MixtureNll(2),
            Ensemble = new() { Members = 7 },
        };
        NetworkPlan back = JsonSerializer.Deserialize<NetworkPlan>(JsonSerializer.Serialize(plan))!;
        Assert.Equal((plan.Family, plan.Loss, plan.Ensemble), (back.Family, back.Loss, back.Ensemble));
        Assert.Equal(plan.Shape.Hidden, back.Shape.Hidden);
    }
}
