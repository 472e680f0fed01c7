using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Training;

/// <summary>Trainings whose network computes otherwise while it learns: batch normalisation and dropout.</summary>
public sealed class NormalisedTrainingTests
{
    private static readonly MlpOptions s_shape = new()
    {
        Hidden = [24, 16],
        Activation = Activation.Silu,
        Normalisation = Normalisation.Batch,
        Dropout = 0.1,
    };

    // 300 rows in batches of 129: micro-batches and a last batch of another size.
    private static readonly TrainerOptions s_options = new()
    {
        Epochs = 4,
        BatchSize = 129,
        Patience = 0,
        LearningRate = 0.01,
        Seed = 5,
    };

    private static DataSet Train { get; } = SyntheticRows.Make(300, 1);

    private static DataSet Validation { get; } = SyntheticRows.Make(200, 2);

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        Assert.Equal(Fitted(s_options with { Threads = 1 }), Fitted(s_options with { Threads = 3 }));
        Assert.NotEqual(Fitted(s_options), Fitted(s_options with { Seed = 6 }));
    }

    [Fact]
    public void Resumed_EqualsUninterrupted()
    {
        using TempFolder folder = new();
        string path = folder.At("checkpoint");
        using CancellationTokenSource source = new();
        Mlp interrupted = Network(), resumed = Network();
        var reporter = new Reporter(report => { if (report.Record.Epoch == 2) { source.Cancel(); } });
        Trainer.Fit(interrupted, new MeanSquaredError(), Train, Validation, s_options, path, reporter, source.Token);
        TrainingResult rest = Trainer.Fit(resumed, new MeanSquaredError(), Train, Validation, s_options, path);
        Assert.Equal(4, rest.Epochs);
        Assert.Equal(Fitted(s_options), resumed.Parameters);
        Assert.NotEqual(interrupted.Parameters, resumed.Parameters);
    }

    [Fact]
    public void CoupledTraining_KeepsAndRecomputesToTheSameBits()
    {
        CoupledRows rows = PairToy.Of(Train);
        var batch = new RowBatch(rows, [.. Enumerable.Range(0, 300)], 0, 300, 1);
        float[][] gradients =
        [
            .. new[] { long.MaxValue, 0 }.Select(most =>
            {
                Mlp network = Network();
                var pass = new BatchPass(
                    network.Tape, network.Parameters, threads: 2, hasInputGradient: false, most);
                using var gradient = new CoupledGradient(pass, new PairLoss(), seed: 1);
                var result = new float[network.Parameters.Length];
                gradient.LossAndGradient(batch, 3, clipNorm: 0, result);
                gradient.Settle();
                return (float[])[.. result, .. network.Parameters];
            })
        ];
        Assert.Equal(gradients[0], gradients[1]);
    }

    [Fact]
    public void RunningStatistics_FindTheMomentsOfShiftedFeatures_DespiteWeightDecay()
    {
        DataSet rows = Train with { Features = [.. Train.Features.Select(value => (3 * value) + 20)] };
        Mlp network = Network();
        TrainerOptions options = s_options with
        {
            Epochs = 30,
            LearningRate = 1e-6,
            Optimizer = new() { Kind = OptimizerKind.AdamW, WeightDecay = 1e4 },
        };
        Trainer.Fit(network, new MeanSquaredError(), rows, rows, options with { MinimumImprovement = -1e9 });
        ReadOnlySpan<float> statistics = network.Parameters.AsSpan(6, 6); // after 3 scales and 3 shifts
        for (int j = 0; j < 3; j++)
        {
            double[] column = [.. rows.Features.Where((_, i) => i % 3 == j).Select(value => (double)value)];
            double mean = column.Average(), variance = column.Sum(v => (v - mean) * (v - mean)) / 299;
            Assert.Equal(mean, statistics[j], 0.6);
            Assert.Equal(variance, statistics[3 + j], 0.2 * variance);
        }
    }

    [Fact]
    public void ValidationAndPrediction_UseTheSameStatistics()
    {
        Mlp network = Network();
        TrainingResult result = Trainer.Fit(network, new MeanSquaredError(), Train, Validation, s_options);
        float[] outputs = new float[200];
        network.Predict(Validation.Features, 200, outputs, 1);
        double loss = outputs.Zip(Validation.Targets, (f, t) => (double)(f - t) * (f - t)).Average();
        Assert.Equal(result.BestValidationLoss, loss, 1e-5);
        Assert.True(result.BestValidationLoss < result.History[0].ValidationLoss);
    }

    [Fact]
    public void FrozenPlayer_UsesInferenceStatistics_AndStaysAsItIs()
    {
        // A main network's outputs go through a frozen one: the loss and its gradient see the frozen network as
        // prediction does, and nothing in it moves.
        Mlp frozen = Network();
        Trainer.Fit(frozen, new MeanSquaredError(), Train, Validation, s_options);
        float[] before = [.. frozen.Parameters], expected = new float[8];
        frozen.Predict(Train.Features.AsMemory(0, 24), 8, expected, 1);
        var packed = new PackedParameters(frozen.Tape);
        packed.Refresh(frozen.Parameters);
        var workspace = new Workspace(frozen.Tape);
        Transpose.PadCleared(Train.Features.AsSpan(0, 24), 3, workspace.Begin(8));
        float[] outputs = new float[8];
        Transpose.Unpad(workspace.Forward(packed), 1, outputs);
        Assert.Equal(expected, outputs);
        workspace.BeginGradient().Fill(1);
        var sums = new LaneGradients(frozen.Tape, lanes: 1);
        workspace.Backward(packed, sums, 0, accumulate: false);
        sums.Settle(packed, frozen.Parameters);
        Assert.Equal(before, frozen.Parameters);

        // In training mode the same rows would give other outputs and move the statistics.
        workspace.IsTraining = true;
        Transpose.PadCleared(Train.Features.AsSpan(0, 24), 3, workspace.Begin(8));
        Transpose.Unpad(workspace.Forward(packed), 1, outputs);
        Assert.NotEqual(expected, outputs);
        workspace.BeginGradient().Fill(1);
        workspace.Backward(packed, sums, 0, accumulate: false);
        sums.Settle(packed, frozen.Parameters);
        Assert.NotEqual(before, frozen.Parameters);
    }

    private static Mlp Network() => new(3, s_shape, 1, seed: 4);

    private static float[] Fitted(TrainerOptions options)
    {
        Mlp network = Network();
        Trainer.Fit(network, new MeanSquaredError(), Train, Validation, options);
        return network.Parameters;
    }

    private sealed class Reporter(Action<EpochReport> report) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => report(value);
    }
}
