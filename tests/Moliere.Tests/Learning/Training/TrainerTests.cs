// covers: TrainerOptions, TrainingResult, TrainingStatus, EpochRecord, EpochReport
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Learning.Training;

public sealed class TrainerTests
{
    private static readonly DataSet Train = SyntheticRows.Make(3000, 1), Validation = SyntheticRows.Make(1000, 2);

    private static readonly TrainerOptions Short = new() { Epochs = 3, BatchSize = 700, LearningRate = 0.01 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gaussian_LearnsMeanAndSpread(bool weighted)
    {
        Mlp model = Network(2, Activation.Silu);
        var options = Short with { Epochs = 20, BatchSize = 128 };
        DataSet train = SyntheticRows.Make(6000, 1, weighted);
        TrainingResult result = Trainer.Fit(model, new GaussianNll(), train, Validation, options);
        Assert.Equal(TrainingStatus.Completed, result.Status);
        float[] outputs = new float[2];
        foreach ((float a, float b) in new[] { (0f, 0f), (0.5f, -1f), (-0.8f, 1f) })
        {
            model.Predict(new[] { a, b, 0f }, 1, outputs, 1);
            Assert.Equal(Math.Sin(2 * a) + (b / 2), outputs[0], 0.1);
            Assert.InRange(Math.Exp(0.5 * outputs[1]) / (0.1 + (0.1 * Math.Abs(b))), 0.7, 1.4);
        }
    }

    [Fact]
    public void Mixture_ReachesTheEntropyOfTheData()
    {
        var options = Short with { Epochs = 20, BatchSize = 128 };
        DataSet train = SyntheticRows.Make(6000, 1);
        TrainingResult result = Trainer.Fit(Network(9), new MixtureNll(3), train, Validation, options);

        // Mean of ½ ln(2 pi e sigma²) over the rows of the validation set.
        double meanLogSigma = Enumerable.Range(0, 1000).Average(
            i => Math.Log(0.1 + (0.1 * Math.Abs(Validation.Features[(i * 3) + 1]))));
        double entropy = meanLogSigma + (0.5 * Math.Log(2 * Math.PI * Math.E));
        Assert.InRange(result.BestValidationLoss, entropy - 0.05, entropy + 0.15);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(3000)]
    [InlineData(64)]
    public void Threads_DoNotChangeABit(int batchSize)
    {
        float[] one = Fitted(1);
        Assert.Equal(one, Fitted(2));
        Assert.Equal(one, Fitted(3));

        float[] Fitted(int threads)
        {
            Mlp model = Network(9);
            TrainerOptions options = Short with { Threads = threads, BatchSize = batchSize };
            Trainer.Fit(model, new MixtureNll(3), Train, Validation, options);
            return model.Parameters;
        }
    }

    [Fact]
    public void BestEpoch_IsRestored()
    {
        Mlp model = Network(1);
        var options = Short with { Epochs = 8, LearningRate = 0.05, Patience = 0, Schedule = Constant };
        TrainingResult result = Trainer.Fit(model, new MeanSquaredError(), Train, Validation, options);
        Assert.Equal(result.History.Min(record => record.ValidationLoss), result.BestValidationLoss);
        Assert.Equal(result.BestValidationLoss, result.History[result.BestEpoch - 1].ValidationLoss);
        float[] outputs = new float[1000];
        model.Predict(Validation.Features, 1000, outputs, 1);
        double loss = outputs.Zip(Validation.Targets, (f, t) => (double)(f - t) * (f - t)).Average();
        Assert.Equal(result.BestValidationLoss, loss, 1e-5);
    }

    [Fact]
    public void NoImprovement_StopsAfterThePatience()
    {
        // An impossible demand: the first epoch is the best for ever.
        var options = Short with { Epochs = 50, Patience = 4, MinimumImprovement = 1000 };
        TrainingResult result = Trainer.Fit(Network(2), new GaussianNll(), Train, Validation, options);
        Assert.Equal(TrainingStatus.EarlyStopped, result.Status);
        Assert.Equal((1, 5), (result.BestEpoch, result.Epochs));
    }

    [Fact]
    public void Divergence_IsAResultWithTheLastGoodNetwork()
    {
        Mlp model = Network(1);
        var options = Short with { LearningRate = 10, ClipNorm = 0, Epochs = 2000, Patience = 0, Schedule = Constant };
        DataSet extreme = Train with { Targets = [.. Train.Targets.Select(t => t * 1e19f)] };
        TrainingResult result = Trainer.Fit(
            model, new MeanSquaredError(), extreme, Validation, options with { StartFromTargetMoments = false });
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Assert.All(model.Parameters, p => Assert.True(float.IsFinite(p)));
    }

    [Fact]
    public void Cancelled_IsAResultAfterTheCurrentBatch()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reporter(report =>
        {
            if (report.Record.Epoch == 2)
            {
                source.Cancel();
            }
        });
        TrainingResult result = Trainer.Fit(
            Network(2), new GaussianNll(), Train, Validation, Short, null, progress, source.Token);
        Assert.Equal(TrainingStatus.Interrupted, result.Status);
        Assert.Equal(2, result.Epochs);
    }

    [Fact]
    public void History_IsReportedEpochByEpoch()
    {
        var reports = new List<EpochReport>();
        TrainingResult result = Trainer.Fit(
            Network(2), new GaussianNll(), Train, Validation, Short, progress: new Reporter(reports.Add));
        Assert.Equal(result.History, reports.Select(report => report.Record));
        Assert.All(reports, report => Assert.True(report.RowsPerSecond > 0 && report.Epochs == 3));
        Assert.True(result.RowsPerSecond > 0);
        Assert.True(result.History[2].TrainingLoss < result.History[0].TrainingLoss);
    }

    [Fact]
    public void WrongShapes_AreRefused()
    {
        Assert.Contains("needs 2", Message(Network(3), Train));
        Assert.Contains("takes 3", Message(Network(2), Train with { FeatureCount = 1, Features = new float[3000] }));

        static string Message(Mlp model, DataSet train) => Assert.Throws<ArgumentException>(
            () => Trainer.Fit(model, new GaussianNll(), train, Validation, Short)).Message;
    }

    private static ScheduleOptions Constant => new() { Kind = ScheduleKind.Constant };

    private static Mlp Network(int outputs, Activation activation = Activation.Relu) =>
        new(3, new MlpOptions { Hidden = [32, 32], Activation = activation }, outputs, seed: 4);

    private sealed class Reporter(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
