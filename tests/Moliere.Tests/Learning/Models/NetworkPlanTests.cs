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
    public void PlanWithSets_MakesANetworkOverThem()
    {
        var plan = new NetworkPlan { Sets = new() { Point = [6], Object = [4] }, Loss = new MixtureNll(2) };
        Network network = plan.Create(3, seed: 1, points: 5);
        Assert.IsType<DeepSets>(network);
        Assert.Equal((3, 5, 6), (network.InputCount, network.PointWidth, network.OutputCount));
        NetworkPlan back = JsonSerializer.Deserialize<NetworkPlan>(JsonSerializer.Serialize(plan))!;
        Assert.Equal(plan.Sets.Point, back.Sets!.Point);
        Assert.DoesNotContain("Sets", JsonSerializer.Serialize(new NetworkPlan()));
    }

    [Theory]
    [InlineData(NetworkFamily.Single)]
    [InlineData(NetworkFamily.Bayesian)]
    [InlineData(NetworkFamily.DeepEnsemble)]
    public void ClearedOutputWeights_GiveAllRowsTheBiases(NetworkFamily family)
    {
        var plan = new NetworkPlan { Family = family, Loss = new MeanSquaredError(), Shape = new() { Hidden = [8] } };
        Network network = plan.Create(2, seed: 1);
        network.SetOutputBias([0.7f]);
        Assert.NotEqual(0.7, Mean(network), 1e-2);
        network.ClearOutputWeights();

        // Draws of a Bayesian network keep their noise.
        Assert.Equal(0.7, Mean(network), family == NetworkFamily.Bayesian ? 0.1 : 1e-6);

        double Mean(Network of) => of.Predict(new float[] { 1, -2 }, 1, plan.Loss, 1).Mean[0];
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
