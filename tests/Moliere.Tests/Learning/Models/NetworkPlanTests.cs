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

    [Fact]
    public void Json_BringsThePlanBack()
    {
        var plan = new NetworkPlan { Shape = new() { Hidden = [4, 5] }, Loss = new MixtureNll(2) };
        NetworkPlan back = JsonSerializer.Deserialize<NetworkPlan>(JsonSerializer.Serialize(plan))!;
        Assert.Equal((plan.Family, plan.Loss), (back.Family, back.Loss));
        Assert.Equal(plan.Shape.Hidden, back.Shape.Hidden);
    }
}
