using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Training;

public sealed class BayesianGradientTests
{
    private static readonly DataSet Train = SyntheticRows.Make(1500, 1), Validation = SyntheticRows.Make(400, 2);

    private static readonly TrainerOptions Short = new() { Epochs = 4, BatchSize = 300, LearningRate = 0.01 };

    [Fact]
    public void TwiceTheRows_HalveTheShareOfTheDivergence()
    {
        BayesianMlp model = Network(new());
        double alone = Loss(model, int.MaxValue), some = Loss(model, 1000) - alone, twice = Loss(model, 2000) - alone;
        Assert.Equal(0.5, twice / some, 1e-5);
        Assert.Equal(Divergence(model) / 1000, some, 1e-4 * some);
    }

    [Fact]
    public void BatchSize_DoesNotChangeTheShareOfTheDivergence()
    {
        BayesianMlp model = Network(new());
        float[] large = new float[model.Parameters.Length], small = new float[model.Parameters.Length];
        using var gradient = (BayesianGradient)model.Differentiate(new GaussianNll(), 1500, Short);
        using var other = (BayesianGradient)model.Differentiate(
            new GaussianNll(), 1500, Short with { BatchSize = 10 });
        gradient.AddDivergence(1.0 / 1500, large);
        other.AddDivergence(1.0 / 1500, small);
        Assert.Equal(large, small);
        Assert.Equal(1, other.WarmUp(0));
    }

    [Fact]
    public void WarmUp_RisesLinearlyOverItsEpochs()
    {
        BayesianMlp model = Network(new() { WarmUpEpochs = 2 });
        using var gradient = (BayesianGradient)model.Differentiate(new GaussianNll(), 1501, Short);

        // 1501 rows in batches of 300 are 6 steps per epoch.
        Assert.Equal([0, 0.5, 11.0 / 12, 1, 1], new long[] { 0, 6, 11, 12, 100 }.Select(gradient.WarmUp));
    }

    [Fact]
    public void GradientOfTheWhole_EqualsDifferencesOfTheWhole()
    {
        BayesianMlp model = Network(new());
        float[] gradient = new float[model.Parameters.Length];
        foreach (BayesianDenseOperation layer in model.Layers)
        {
            model.Parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount).Fill(-2);
        }

        Loss(model, 50, gradient);
        foreach (int i in new[] { 0, 5, 70, 100, 130, 150 })
        {
            float kept = model.Parameters[i];
            model.Parameters[i] = kept + 1e-2f;
            double up = Loss(model, 50);
            model.Parameters[i] = kept - 1e-2f;
            double down = Loss(model, 50);
            model.Parameters[i] = kept;
            Assert.Equal((up - down) / 2e-2, gradient[i], 2e-3 * Math.Max(1, Math.Abs(gradient[i])));
        }
    }

    [Fact]
    public void LongGradient_IsClipped()
    {
        BayesianMlp model = Network(new());
        float[] gradient = new float[model.Parameters.Length];
        using IBatchGradient batches = model.Differentiate(new GaussianNll(), 1, Short);
        batches.LossAndGradient(new RowBatch(Train, null, 0, 300, 1.0 / 300), 0, 0.5, gradient);
        Assert.Equal(0.5, GradientClipping.Norm(gradient), 1e-5);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1500)]
    public void Threads_DoNotChangeABit(int batchSize)
    {
        float[] one = Fitted(1);
        Assert.Equal(one, Fitted(2));
        Assert.Equal(one, Fitted(3));

        float[] Fitted(int threads)
        {
            BayesianMlp model = Network(new());
            TrainerOptions options = Short with { Threads = threads, BatchSize = batchSize };
            Trainer.Fit(model, new GaussianNll(), Train, Validation, options);
            return model.Parameters;
        }
    }

    [Fact]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne()
    {
        using var folder = new TempFolder();
        var options = new BayesianOptions { WarmUpEpochs = 3 };
        BayesianMlp whole = Network(options), stopped = Network(options), resumed = Network(options with { Draws = 3 });
        TrainingResult expected = Trainer.Fit(whole, new GaussianNll(), Train, Validation, Short);
        using var source = new CancellationTokenSource();
        var progress = new Canceller(source, 2);
        Trainer.Fit(stopped, new GaussianNll(), Train, Validation, Short, folder.At("c"), progress, source.Token);
        TrainingResult result = Trainer.Fit(resumed, new GaussianNll(), Train, Validation, Short, folder.At("c"));
        Assert.Equal(expected.History, result.History);
        Assert.Equal(whole.Parameters, resumed.Parameters);
    }

    [Fact]
    public void Divergence_IsAResultWithTheLastGoodNetwork()
    {
        var model = new BayesianMlp(3, new MlpOptions { Hidden = [8] }, new BayesianOptions(), 1, seed: 4);
        var options = Short with
        {
            LearningRate = 10,
            ClipNorm = 0,
            Epochs = 2000,
            Patience = 0,
            Schedule = new() { Kind = ScheduleKind.Constant },
            StartFromTargetMoments = false,
        };
        DataSet extreme = Train with { Targets = [.. Train.Targets.Select(t => t * 1e19f)] };
        TrainingResult result = Trainer.Fit(model, new MeanSquaredError(), extreme, Validation, options);
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Assert.All(model.Parameters, p => Assert.True(float.IsFinite(p)));
    }

    private static BayesianMlp Network(BayesianOptions options) =>
        new(3, new MlpOptions { Hidden = [16], Activation = Activation.Tanh }, options, 2, seed: 4);

    private static double Loss(BayesianMlp model, int trainingRows, float[]? gradient = null)
    {
        using IBatchGradient batches = model.Differentiate(new GaussianNll(), trainingRows, Short);
        var batch = new RowBatch(Train, null, 0, 300, 1.0 / 300);
        return batches.LossAndGradient(batch, 7, 0, gradient ?? new float[model.Parameters.Length]);
    }

    private static double Divergence(BayesianMlp model) => model.Layers.Sum(layer => WeightVariance.ReferenceDivergence(
        model.Options.PriorSigma,
        [.. model.Parameters.Skip(layer.MeanOffset).Take(layer.WeightCount).Select(p => (double)p)],
        [.. model.Parameters.Skip(layer.LogVarianceOffset).Take(layer.WeightCount).Select(p => (double)p)]));

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
