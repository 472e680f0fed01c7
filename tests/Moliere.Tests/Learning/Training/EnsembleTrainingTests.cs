using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Training;

public sealed class EnsembleTrainingTests : IDisposable
{
    private static readonly DataSet Train = SyntheticRows.Make(2000, 1, weighted: true);

    private static readonly DataSet Validation = SyntheticRows.Make(700, 2);

    private static readonly TrainerOptions Short = new() { Epochs = 3, BatchSize = 300, LearningRate = 0.01 };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_DoNotChangeABit(bool isRepulsive)
    {
        (float[] parameters, TrainingResult result) = Fitted(1);
        foreach (int threads in new[] { 2, 3 })
        {
            (float[] others, TrainingResult other) = Fitted(threads);
            Assert.Equal(parameters, others);
            Assert.Equal(result.History, other.History);
        }

        (float[], TrainingResult) Fitted(int threads)
        {
            Ensemble ensemble = Make(new MixtureNll(2), isRepulsive);
            TrainingResult fitted = Trainer.Fit(
                ensemble, new MixtureNll(2), Train, Validation, Short with { Threads = threads });
            return (ensemble.Parameters, fitted);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne(bool isRepulsive)
    {
        var loss = new GaussianNll();
        Ensemble whole = Make(loss, isRepulsive), stopped = Make(loss, isRepulsive), resumed = Make(loss, isRepulsive);
        TrainingResult expected = Trainer.Fit(whole, loss, Train, Validation, Short);
        using var source = new CancellationTokenSource();
        string path = _folder.At("checkpoint");
        Trainer.Fit(stopped, loss, Train, Validation, Short, path, new Canceller(source), source.Token);
        TrainingResult result = Trainer.Fit(
            resumed, loss, Train, Validation, Short with { Threads = 2 }, path);
        Assert.Equal(whole.Parameters, resumed.Parameters);
        Assert.Equal(expected.History, result.History);
    }

    [Fact]
    public void CheckpointOfTheOtherKind_IsRefused()
    {
        var loss = new GaussianNll();
        string path = _folder.At("checkpoint");
        Trainer.Fit(Make(loss, isRepulsive: false), loss, Train, Validation, Short with { Epochs = 1 }, path);
        Assert.Throws<InvalidFileException>(() => Trainer.Fit(
            Make(loss, isRepulsive: true), loss, Train, Validation, Short with { Epochs = 1 }, path));
    }

    [Fact]
    public void SmallBatches_MakeEachMemberTheSingleNetworkOfItsSeed()
    {
        // Up to 32 rows both compute one micro-batch: then the additions, too, have the same order.
        var options = Short with { Epochs = 1, BatchSize = 32 };
        (Ensemble ensemble, Mlp[] singles) = Both(options);
        for (int member = 0; member < singles.Length; member++)
        {
            Assert.Equal(singles[member].Parameters, ensemble.Member(member).ToArray());
        }
    }

    [Fact]
    public void LargeBatches_MakeEachMemberTheSingleNetworkUpToRounding()
    {
        // Lanes add rows in another order; an optimiser that divides by the size of a gradient carries that on.
        (Ensemble ensemble, Mlp[] singles) = Both(Short with { Epochs = 1 });
        for (int member = 0; member < singles.Length; member++)
        {
            double largest = singles[member].Parameters.Zip(
                ensemble.Member(member).ToArray(), (a, b) => Math.Abs(a - b)).Max();
            Assert.InRange(largest, 0, 1e-4);
        }
    }

    [Fact]
    public void ActivationsComputedAgain_GiveTheBitsOfThoseKept()
    {
        var loss = new MixtureNll(2);
        Assert.Equal(Gradient(KeptActivations.MostFloats), Gradient(0));

        float[] Gradient(long mostKeptFloats)
        {
            Ensemble ensemble = Make(loss, isRepulsive: true);
            float[] gradient = new float[ensemble.Parameters.Length];
            using var batches = new EnsembleGradient(ensemble, loss, Train.RowCount, 2, mostKeptFloats);
            batches.LossAndGradient(new RowBatch(Train, null, 0, 300, 1.0 / 300), 0, 1, gradient);
            return gradient;
        }
    }

    [Fact]
    public void TrainingLoss_IsTheMeanOverMembers()
    {
        var loss = new GaussianNll();
        var options = Short with { Epochs = 1, BatchSize = 32 };
        TrainingResult together = Trainer.Fit(Make(loss, isRepulsive: false), loss, Train, Validation, options);
        EpochRecord[] alone = [.. Enumerable.Range(0, 4).Select(member => Trainer.Fit(
            Single(member), loss, Train, Validation, options).History[0])];
        Assert.Equal(alone.Average(record => record.TrainingLoss), together.History[0].TrainingLoss, 1e-9);
        Assert.Equal(alone.Average(record => record.ValidationLoss), together.History[0].ValidationLoss, 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Divergence_IsAResultWithTheLastGoodEnsemble(bool isRepulsive)
    {
        var loss = new MeanSquaredError();
        Ensemble ensemble = Make(loss, isRepulsive);
        float[] start = [.. ensemble.Parameters];
        var options = Short with { StartFromTargetMoments = false, ClipNorm = 0 };
        DataSet extreme = Train with { Targets = [.. Train.Targets.Select(t => t * 1e30f)] };
        TrainingResult result = Trainer.Fit(ensemble, loss, extreme, Validation, options);
        Assert.Equal((TrainingStatus.Diverged, 0), (result.Status, result.BestEpoch));
        Assert.Equal(start, ensemble.Parameters);
    }

    [Fact]
    public void TwoLinearMembers_SettleAtTheDistanceOfTheClosedForm()
    {
        // Kernel 1/3 at the median distance: attraction 2 (D/2)² and repulsion balance at D² = ln(3) / 2, for any data.
        var loss = new MeanSquaredError();
        var ensemble = new Ensemble(1, new() { Hidden = [] }, 1, Wide(2), isRepulsive: true, seed: 2);
        DataSet rows = Toy(40);
        Trainer.Fit(ensemble, loss, rows, rows, Long with { LearningRate = 0.003, Epochs = 1500 });
        double square = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            float difference = ensemble.Member(0)[1] - ensemble.Member(1)[1]
                + ((ensemble.Member(0)[0] - ensemble.Member(1)[0]) * rows.Features[row]);
            square += (double)difference * difference;
        }

        Assert.Equal(Math.Log(3) / 2, square, 0.01);
    }

    [Fact]
    public void Repulsion_WidensTheSpreadBeyondTheData()
    {
        // A flexible network already differs outside by its starting weights; a line has only what repulsion gives it.
        (double deepInside, double deepOutside) = Spread(isRepulsive: false, hidden: [16, 16]);
        (double inside, double outside) = Spread(isRepulsive: true, hidden: [16, 16]);
        (double plainLineInside, double plainLineOutside) = Spread(isRepulsive: false, hidden: []);
        (double lineInside, double lineOutside) = Spread(isRepulsive: true, hidden: []);
        string found = $"inside and outside: {deepInside} {deepOutside} plain, {inside} {outside} repulsive; "
            + $"line {plainLineInside} {plainLineOutside} plain, {lineInside} {lineOutside} repulsive";
        Assert.True(outside > 1.05 * deepOutside && inside > 2 * deepInside, found);
        Assert.True(lineOutside > 2 * plainLineOutside && lineInside > 2 * plainLineInside, found);
    }

    private static TrainerOptions Long => new()
    {
        Epochs = 500,
        BatchSize = 64,
        LearningRate = 0.01,
        Patience = 0,
        Schedule = new() { Kind = ScheduleKind.Cosine },
    };

    // The prior is as good as switched off, so that repulsion alone makes the difference.
    private static EnsembleOptions Wide(int members) => new() { Members = members, PriorSigma = 1000 };

    // Mean sigma_stat of a toy y = x³ + noise, known for 0.3 < |x| < 1, inside and outside of that.
    private static (double Inside, double Outside) Spread(bool isRepulsive, int[] hidden)
    {
        var loss = new MeanSquaredError();
        var shape = new MlpOptions { Hidden = hidden, Activation = Activation.Tanh };
        var ensemble = new Ensemble(1, shape, loss.OutputCount, Wide(8), isRepulsive, seed: 11);
        DataSet rows = Toy(16);
        Trainer.Fit(ensemble, loss, rows, rows, Long);
        return (Mean([-0.8f, -0.5f, 0.5f, 0.8f]), Mean([-3, -2, 2, 3]));

        double Mean(float[] points) => ensemble.Predict(points, points.Length, loss, 1).SigmaStat!.Average();
    }

    private static DataSet Toy(int rows)
    {
        var rng = new Rng(3, "toy");
        float[] x = new float[rows], y = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            double position = Distributions.Uniform(0.3, 1, ref rng) * (i % 2 == 0 ? 1 : -1);
            (x[i], y[i]) = ((float)position, (float)Distributions.Gaussian(Math.Pow(position, 3), 0.1, ref rng));
        }

        return new DataSet(x, 1, y, null);
    }

    private static (Ensemble Ensemble, Mlp[] Singles) Both(TrainerOptions options)
    {
        var loss = new GaussianNll();
        Ensemble ensemble = Make(loss, isRepulsive: false);
        Trainer.Fit(ensemble, loss, Train, Validation, options);
        Mlp[] singles = [.. Enumerable.Range(0, 4).Select(Single)];
        foreach (Mlp single in singles)
        {
            Trainer.Fit(single, loss, Train, Validation, options);
        }

        return (ensemble, singles);
    }

    private static Mlp Single(int member) => new(3, new() { Hidden = [16, 9] }, 2, Ensemble.SeedOf(member, 4));

    private static Ensemble Make(Loss loss, bool isRepulsive) =>
        new(3, new() { Hidden = [16, 9] }, loss.OutputCount, new() { Members = 4 }, isRepulsive, seed: 4);

    private sealed class Canceller(CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => source.Cancel();
    }
}
