// covers: DeepSetsOptions, PointNetwork
using System.Text.Json.Nodes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Models;

public sealed class DeepSetsTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 3, BatchSize = 300, LearningRate = 3e-3 };

    private static readonly SetRows Train = SetToy.Make(2000, 1), Validation = SetToy.Make(500, 2);

    [Fact]
    public void Training_FindsASumOverPoints()
    {
        DeepSets model = Network(SetNetworkKind.ParticleFlow);
        var options = Options with { Epochs = 12, BatchSize = 128, LearningRate = 0.01 };
        TrainingResult result = Trainer.Fit(model, new GaussianNll(), SetToy.Make(6000, 1), Validation, options);

        // The entropy of the noise of 0.05 is the best there is; a mean over all sets is off by 0.3.
        double best = Math.Log(0.05) + (0.5 * Math.Log(2 * Math.PI * Math.E));
        Assert.InRange(result.BestValidationLoss, best - 0.05, best + 0.35);
        float[] mean = model.Predict(Validation, new GaussianNll(), 1).Mean;
        Assert.InRange(mean.Zip(Validation.Targets, (p, t) => Math.Abs(p - t)).Average(), 0.03, 0.06);
    }

    [Theory]
    [InlineData(SetNetworkKind.ParticleFlow)]
    [InlineData(SetNetworkKind.EnergyFlow)]
    public void OrderOfPoints_DoesNotChangeABit(SetNetworkKind kind)
    {
        SetRows shuffled = SetToy.Make(500, 2, isShuffled: true);
        Assert.NotEqual(Validation.SetPoints, shuffled.SetPoints);
        DeepSets model = Network(kind);
        Assert.Equal(model.Outputs(Validation, 1), model.Outputs(shuffled, 2));
        Assert.Equal(Fitted(kind, Train, 1), Fitted(kind, SetToy.Make(2000, 1, isShuffled: true), 1));
    }

    [Theory]
    [InlineData(SetNetworkKind.ParticleFlow)]
    [InlineData(SetNetworkKind.EnergyFlow)]
    public void Threads_DoNotChangeABit(SetNetworkKind kind)
    {
        float[] one = Fitted(kind, Train, 1);
        Assert.Equal(one, Fitted(kind, Train, 2));
        Assert.Equal(one, Fitted(kind, Train, 3));
    }

    [Fact]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne()
    {
        using var folder = new TempFolder();
        string path = folder.At("state");
        using var source = new CancellationTokenSource();
        var canceller = new Reporter(report => Cancel(report.Record.Epoch));
        var loss = new GaussianNll();
        Trainer.Fit(
            Network(SetNetworkKind.ParticleFlow), loss, Train, Validation, Options, path, canceller, source.Token);
        DeepSets resumed = Network(SetNetworkKind.ParticleFlow);
        Trainer.Fit(resumed, loss, Train, Validation, Options, path);
        Assert.Equal(Fitted(SetNetworkKind.ParticleFlow, Train, 1), resumed.Parameters);

        void Cancel(int epoch)
        {
            if (epoch == 1)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void CheckpointOfOtherPoints_IsRefused()
    {
        using var folder = new TempFolder();
        string path = folder.At("state");
        SetRows other = Train with { SetPoints = [.. Train.SetPoints] };
        other.SetPoints[17] += 1;
        var loss = new GaussianNll();
        Trainer.Fit(Network(SetNetworkKind.ParticleFlow), loss, Train, Validation, Options, path);
        Assert.Throws<Moliere.Formats.Bytes.InvalidFileException>(
            () => Trainer.Fit(Network(SetNetworkKind.ParticleFlow), loss, other, Validation, Options, path));
    }

    [Fact]
    public void EnergyFlow_DoesNotSeeACollinearSplit()
    {
        DeepSets model = Network(SetNetworkKind.EnergyFlow);
        float[] whole = model.Outputs(Set((0.6f, 0.3f), (0.4f, -1.2f)), 1);
        float[] split = model.Outputs(Set((0.25f, 0.3f), (0.35f, 0.3f), (0.4f, -1.2f)), 1);
        AssertClose(whole, split, 1e-5);
        Assert.NotEqual(whole, model.Outputs(Set((0.6f, 0.5f), (0.4f, -1.2f)), 1));
    }

    [Fact]
    public void EnergyFlow_DoesNotSeeASoftAddition()
    {
        DeepSets model = Network(SetNetworkKind.EnergyFlow);
        float[] without = model.Outputs(Set((0.6f, 0.3f), (0.4f, -1.2f)), 1);
        AssertClose(without, model.Outputs(Set((0.6f, 0.3f), (0.4f, -1.2f), (1e-6f, 2)), 1), 1e-5);
        Assert.Equal(without, model.Outputs(Set((0.6f, 0.3f), (0.4f, -1.2f), (0, 2)), 1));
    }

    [Fact]
    public void EmptySet_IsASumOfZero()
    {
        // Points without any share count for nothing: the same as none.
        DeepSets model = Network(SetNetworkKind.EnergyFlow);
        float[] empty = model.Outputs(Set(), 1);
        Assert.All(empty, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(empty, model.Outputs(Set((0, 0.5f)), 1));
        Assert.All(
            Network(SetNetworkKind.ParticleFlow).Outputs(Set(), 1), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Network_SurvivesTheFile()
    {
        using var folder = new TempFolder();
        string path = folder.At("model");
        var plan = new NetworkPlan
        {
            Sets = Shape(SetNetworkKind.EnergyFlow) with { Activation = Activation.Silu },
            Loss = new GaussianNll(),
        };
        Network model = plan.Create(1, seed: 5, points: 2);
        ModelFile.Write(path, plan, model, []);
        (NetworkPlan readPlan, Network read, JsonObject _) = ModelFile.Read(path);
        Assert.Equal(SetNetworkKind.EnergyFlow, readPlan.Sets!.Kind);
        Assert.Equal(Activation.Silu, readPlan.Sets.Activation);
        Assert.Equal(
            model.Predict(Validation, plan.Loss, 1).Mean, read.Predict(Validation, readPlan.Loss, 1).Mean);
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        var noShare = new DeepSetsOptions { Kind = SetNetworkKind.EnergyFlow, ShareColumn = 2 };
        Assert.Throws<ArgumentException>(() => new DeepSets(1, 2, noShare, 2, 1));
        Assert.Throws<ArgumentException>(() => new DeepSets(1, 2, new() { Point = [] }, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeepSets(1, 0, new(), 2, 1));
        var plan = new NetworkPlan { Sets = new(), Family = NetworkFamily.Bayesian };
        Assert.Throws<ArgumentException>(() => plan.Create(1, 1, 2));
        DeepSets model = Network(SetNetworkKind.ParticleFlow);
        var flat = new DataSet([1], 1, [1], null);
        Assert.Throws<ArgumentException>(() => model.Outputs(flat, 1));
        Assert.Throws<ArgumentException>(() => Trainer.Fit(model, new GaussianNll(), flat, Validation, Options));
        Assert.Throws<NotSupportedException>(() => model.Predict(new float[1], 1, new GaussianNll(), 1));
    }

    private static DeepSetsOptions Shape(SetNetworkKind kind) => new() { Kind = kind, Point = [24, 16], Object = [24] };

    private static DeepSets Network(SetNetworkKind kind) => new(1, 2, Shape(kind), 2, seed: 3);

    private static float[] Fitted(SetNetworkKind kind, SetRows train, int threads)
    {
        DeepSets model = Network(kind);
        Trainer.Fit(model, new GaussianNll(), train, Validation, Options with { Threads = threads });
        return model.Parameters;
    }

    private static SetRows Set(params (float Share, float X)[] points) => new(
        [0.5f], 1, [0, points.Length], [.. points.SelectMany(point => new[] { point.Share, point.X })], 2, [0], null);

    private static void AssertClose(float[] expected, float[] found, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], tolerance * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    private sealed class Reporter(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
