// covers: EnsembleOptions
using System.Text.Json.Nodes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Random;
using Moliere.Numerics.Special;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Models;

public sealed class EnsembleTests : IDisposable
{
    private const int Members = 3;

    private static readonly MlpOptions Shape = new() { Hidden = [8, 5] };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(1025)]
    public void ImpossibleNumberOfMembers_IsRefused(int members)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Ensemble(2, Shape, 2, new() { Members = members }, isRepulsive: false, seed: 1));
        Assert.Contains("2 to 1024 members; use a single network for one", exception.Message);
    }

    [Fact]
    public void Members_StartAsSingleNetworksOfTheirOwnSeeds()
    {
        Ensemble ensemble = Make(new GaussianNll());
        for (int member = 0; member < Members; member++)
        {
            var single = new Mlp(2, Shape, 2, Ensemble.SeedOf(member, 7));
            Assert.Equal(single.Parameters, ensemble.Member(member).ToArray());
        }

        Assert.NotEqual(ensemble.Member(0).ToArray(), ensemble.Member(1).ToArray());
    }

    [Fact]
    public void OutputBias_ReachesAllMembersAndMustFit()
    {
        Ensemble ensemble = Make(new GaussianNll());
        ensemble.SetOutputBias([3, 4]);
        for (int member = 0; member < Members; member++)
        {
            Assert.Equal([3f, 4f], ensemble.Member(member)[^2..].ToArray());
        }

        Assert.Contains("3 biases for 2 outputs", Assert.Throws<ArgumentException>(
            () => ensemble.SetOutputBias([1, 2, 3])).Message);
    }

    [Fact]
    public void Prediction_IsTheEqualMixtureOfItsMembers()
    {
        const int rows = 300;
        var loss = new MixtureNll(2);
        Ensemble ensemble = Make(loss);
        float[] features = Features(rows);
        NetworkPrediction whole = ensemble.Predict(features, rows, loss, 1);
        NetworkPrediction[] members = [.. Enumerable.Range(0, Members).Select(Alone)];
        Assert.Equal(Members * 2, whole.Components);
        foreach (int row in new[] { 0, 128, 299 })
        {
            var mixture = new NormalMixture(whole.Mixture.AsSpan(row * 18, 18));
            foreach (double x in new[] { -1.5, 0, 0.3 })
            {
                double expected = members.Average(
                    member => new NormalMixture(member.Mixture.AsSpan(row * 6, 6)).Density(x));
                Assert.Equal(expected, mixture.Density(x), 1e-6);
            }

            double[] means = [.. members.Select(member => (double)member.Mean[row])];
            double stat = means.Sum(mean => Math.Pow(mean - means.Average(), 2)) / (Members - 1);
            double syst = members.Average(member => Math.Pow(member.SigmaSyst![row], 2));
            Assert.Equal(means.Average(), whole.Mean[row], 1e-6);
            Assert.Equal(Math.Sqrt(stat), whole.SigmaStat![row], 1e-6);
            Assert.Equal(Math.Sqrt(syst), whole.SigmaSyst![row], 1e-5);
            Assert.Equal(syst + (stat * (Members - 1) / Members), mixture.Variance(), 1e-5);
        }

        NetworkPrediction Alone(int member)
        {
            var single = new Mlp(2, Shape, loss.OutputCount, seed: 0);
            ensemble.Member(member).CopyTo(single.Parameters);
            return single.Predict(features, rows, loss, 1);
        }
    }

    [Fact]
    public void PointPredictions_HaveStatisticalSigmaOnly()
    {
        var loss = new MeanSquaredError();
        NetworkPrediction prediction = Make(loss).Predict(Features(5), 5, loss, 1);
        Assert.Null(prediction.SigmaSyst);
        Assert.All(prediction.SigmaStat!, sigma => Assert.True(sigma > 0));
        Assert.Equal(prediction.Mean, prediction.Values(CentralValue.Mode, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(1001)]
    public void Threads_DoNotChangeAPrediction(int rows)
    {
        var loss = new MixtureNll(2);
        Ensemble ensemble = Make(loss);
        float[] features = Features(rows);
        NetworkPrediction one = ensemble.Predict(features, rows, loss, 1);
        foreach (int threads in new[] { 2, 3 })
        {
            NetworkPrediction other = ensemble.Predict(features, rows, loss, threads);
            Assert.Equal(one.Mixture, other.Mixture);
            Assert.Equal(one.Mean, other.Mean);
            Assert.Equal(one.SigmaStat, other.SigmaStat);
            Assert.Equal(one.SigmaSyst, other.SigmaSyst);
        }
    }

    [Fact]
    public void NonFiniteFeature_SpoilsItsOwnRowOnly()
    {
        var loss = new GaussianNll();
        float[] features = Features(3), spoilt = [.. features];
        spoilt[2] = float.NaN;
        NetworkPrediction clean = Make(loss).Predict(features, 3, loss, 1);
        NetworkPrediction dirty = Make(loss).Predict(spoilt, 3, loss, 1);
        Assert.Equal(clean.Mean[0], dirty.Mean[0]);
        Assert.Equal(clean.Mean[2], dirty.Mean[2]);
        Assert.False(float.IsFinite(dirty.Mean[1]));
        Assert.False(float.IsFinite(dirty.Values(CentralValue.Mode, 1)[1]));
    }

    [Fact]
    public void WrongNumberOfFeatures_IsRefused() => Assert.Contains(
        "[N = 3, 2] needs 6",
        Assert.Throws<ArgumentException>(
            () => Make(new GaussianNll()).Predict(new float[5], 3, new GaussianNll(), 1)).Message);

    [Theory]
    [InlineData(NetworkFamily.DeepEnsemble)]
    [InlineData(NetworkFamily.RepulsiveEnsemble)]
    public void ModelFile_BringsTheEnsembleBack(NetworkFamily family)
    {
        var plan = new NetworkPlan
        {
            Family = family,
            Shape = Shape,
            Ensemble = new() { Members = 4, PriorSigma = 2 },
            Loss = new MixtureNll(2),
        };
        Network network = plan.Create(2, seed: 3);
        ModelFile.Write(_folder.At("model"), plan, network, new JsonObject());
        (NetworkPlan back, Network copy, _) = ModelFile.Read(_folder.At("model"));
        Assert.Equal((family, plan.Ensemble), (back.Family, back.Ensemble));
        Assert.Equal(network.Parameters, copy.Parameters);
        Assert.Equal(family == NetworkFamily.RepulsiveEnsemble, Assert.IsType<Ensemble>(copy).IsRepulsive);
        float[] features = Features(9);
        Assert.Equal(
            network.Predict(features, 9, plan.Loss, 1).Mixture, copy.Predict(features, 9, plan.Loss, 1).Mixture);
    }

    private static Ensemble Make(Loss loss) =>
        new(2, Shape, loss.OutputCount, new() { Members = Members }, isRepulsive: false, seed: 7);

    private static float[] Features(int rows)
    {
        var rng = new Rng(5, "ensemble rows");
        float[] features = new float[rows * 2];
        foreach (ref float feature in features.AsSpan())
        {
            feature = (float)rng.NextGaussian();
        }

        return features;
    }
}
