// covers: CoupledLoss, CoupledBatch, Verdict
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Learning.Models;
using Moliere.Tests.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Losses;

public sealed class CoupledLossTests : IDisposable
{
    private static readonly CoupledRows Train = PairToy.Make(1500, 1), Validation = PairToy.Make(600, 2);

    private static readonly TrainerOptions Options = new()
    {
        Epochs = 6,
        BatchSize = 400,
        LearningRate = 0.003,
        Patience = 4,
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gradient_IsThatOfDifferences()
    {
        Mlp model = Network();
        using CoupledGradient batches = model.Differentiate(new PairLoss(), Options);
        var batch = new RowBatch(Train, null, 0, 500, 1);
        float[] gradient = new float[model.Parameters.Length], unused = new float[gradient.Length];
        batches.LossAndGradient(batch, 0, 0, gradient);
        foreach (int i in (int[])[0, 20, 60, gradient.Length - 1])
        {
            float value = model.Parameters[i], step = 0.01f;
            model.Parameters[i] = value + step;
            double above = batches.LossAndGradient(batch, 0, 0, unused);
            model.Parameters[i] = value - step;
            double below = batches.LossAndGradient(batch, 0, 0, unused);
            model.Parameters[i] = value;
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-3 + (0.01 * Math.Abs(gradient[i])));
        }
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void ThreadsAndForgottenActivations_DoNotChangeABit(long kept)
    {
        Mlp model = Network();
        var batch = new RowBatch(Train, null, 0, 1500, 1);
        float[] expected = new float[model.Parameters.Length], gradient = new float[expected.Length];
        using CoupledGradient plain = model.Differentiate(new PairLoss(), Options);
        double loss = plain.LossAndGradient(batch, 0, 1, expected);
        var pass = new BatchPass(model.Tape, model.Parameters, threads: 3, hasInputGradient: false, kept);
        using var other = new CoupledGradient(pass, new PairLoss(), Options.Seed);
        Assert.Equal(loss, other.LossAndGradient(batch, 0, 1, gradient));
        Assert.Equal(expected, gradient);
    }

    [Fact]
    public void Sets_TrainToTheSameBitsWithAnyThreads()
    {
        float[] one = Fitted(1);
        Assert.Equal(one, Fitted(2));
        Assert.NotEqual(SetModel().Parameters, one);

        static float[] Fitted(int threads)
        {
            DeepSets model = SetModel();
            Trainer.Fit(
                model, new PairLoss(), PairToy.Of(SetToy.Make(120, 1)), PairToy.Of(SetToy.Make(60, 2)),
                Options with { Threads = threads, Epochs = 2, BatchSize = 60 });
            return model.Parameters;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne(int stopAfter)
    {
        Mlp whole = Network(), resumed = Network();
        TrainingResult expected = Fit(whole, null);
        using var source = new CancellationTokenSource();
        TrainingResult stopped = Trainer.Fit(
            Network(), new PairLoss(), Train, Validation, Options, Saved, new Canceller(source, stopAfter),
            source.Token);
        Assert.Equal((TrainingStatus.Interrupted, stopAfter), (stopped.Status, stopped.Epochs));
        TrainingResult result = Fit(resumed, Saved, threads: 2);
        Assert.Equal(whole.Parameters, resumed.Parameters);
        Assert.Equal(expected.History.Select(Text), result.History.Select(Text));
        Assert.Equal((expected.BestEpoch, expected.Status), (result.BestEpoch, result.Status));

        static string Text(EpochRecord record) =>
            $"{record with { Measures = [] }} {string.Join(' ', record.Measures)}";
    }

    [Fact]
    public void CheckpointOfAnotherLossOrContext_IsRefused()
    {
        Fit(Network(), Saved);
        Assert.Throws<InvalidFileException>(
            () => Trainer.Fit(Network(), new PairLoss(0.01), Train, Validation, Options, Saved));
        CoupledRows other = Train with { Context = [.. Train.Context.Select(value => value + 1)] };
        Assert.Throws<InvalidFileException>(
            () => Trainer.Fit(Network(), new PairLoss(), other, Validation, Options, Saved));
    }

    [Fact]
    public void Complaints_EndTheTrainingAndTheLastHealthyNetworkIsKept()
    {
        Mlp free = Network(), watched = Network();
        TrainingResult all = Fit(free, null);
        double floor = all.History[2].ValidationLoss * 1.001;
        TrainingResult result = Trainer.Fit(watched, new PairLoss(floor), Train, Validation, Options);
        Assert.Equal(TrainingStatus.Unhealthy, result.Status);
        EpochRecord[] kept = [.. result.History.TakeLast(2)];
        Assert.All(kept, record => Assert.StartsWith("below", record.Complaint));
        Assert.InRange(result.BestEpoch, 1, result.Epochs - 2);
        Assert.Null(result.History[result.BestEpoch - 1].Complaint);
        Assert.Equal(result.BestValidationLoss, result.History[result.BestEpoch - 1].ValidationLoss);
        using CoupledGradient judge = watched.Differentiate(new PairLoss(), Options);
        Assert.Equal(result.BestValidationLoss, judge.Loss(new RowBatch(Validation, null, 0, 600, 1)));
    }

    [Fact]
    public void WithoutPatience_ComplaintsAreRecordedAndTheLastEpochIsKept()
    {
        TrainingResult result = Trainer.Fit(
            Network(), new PairLoss(floor: 100, patience: 0), Train, Validation, Options);
        Assert.Equal((TrainingStatus.Completed, 6), (result.Status, result.BestEpoch));
        Assert.All(result.History, record => Assert.NotNull(record.Complaint));
    }

    [Fact]
    public void NothingBetterThanTheStart_KeepsTheStart()
    {
        Mlp model = Network();
        float[] before = [.. model.Parameters];
        TrainingResult result = Trainer.Fit(
            model, new PairLoss(), Train, Validation, Options with { MinimumImprovement = 1e3, Patience = 2 });
        Assert.Equal((TrainingStatus.EarlyStopped, 0), (result.Status, result.BestEpoch));
        Assert.Equal(before, model.Parameters);
        Assert.Equal(result.Start!.Score, result.BestValidationLoss);
    }

    [Fact]
    public void Batches_KeepPairsAndAreNotSmallerThanAskedFor()
    {
        using var task = new CoupledTask(Network(), new PairLoss(), Train, Validation, Options);
        int[] order = new int[1500];
        task.Order(order, epoch: 3);
        Assert.Equal(Enumerable.Range(0, 1500), order.Order());
        Assert.All(Enumerable.Range(0, 750), i => Assert.Equal((order[2 * i] & ~1, order[2 * i] | 1),
            (order[2 * i], order[(2 * i) + 1])));
        int batches = 0;
        for (int first = 0, end; first < 1500; first = end, batches++)
        {
            end = task.EndOf(first);
            Assert.InRange(end - first, 400, 600);
            Assert.Equal(0, end % 2);
        }

        Assert.Equal(3, batches);
    }

    [Fact]
    public void BayesianNetworksAndEnsembles_AreRefused()
    {
        Network ensemble = new NetworkPlan
        {
            Family = NetworkFamily.DeepEnsemble,
            Loss = new MeanSquaredError(),
        }.Create(3, 1);
        Assert.Throws<NotSupportedException>(
            () => Trainer.Fit(ensemble, new PairLoss(), Train, Validation, Options));
    }

    private string Saved => _folder.At("file");

    private static Mlp Network() =>
        new(3, new MlpOptions { Hidden = [16], Activation = Activation.Silu }, 1, seed: 4);

    private static DeepSets SetModel()
    {
        SetRows rows = SetToy.Make(4, 1);
        return new(rows.Width, rows.ListWidth(0), new() { Point = [16], Object = [16] }, 1, seed: 2);
    }

    private static TrainingResult Fit(Mlp model, string? path, int threads = 1) =>
        Trainer.Fit(model, new PairLoss(), Train, Validation, Options with { Threads = threads }, path);

    private sealed class Canceller(CancellationTokenSource source, int epochs) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Record.Epoch == epochs)
            {
                source.Cancel();
            }
        }
    }
}
