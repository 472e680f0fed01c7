using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Xunit.Abstractions;

namespace Moliere.Tests.Learning.Models;

/// <summary>Data whose mean, spread or posterior is known.</summary>
public sealed class BayesianKnownTruthTests(ITestOutputHelper output)
{
    private const double Noise = 0.5;

    // Columns of the 2³ factorial design are orthogonal to each other and to the bias: then the posterior of the
    // weights is a product, which independent normal weights can represent exactly.
    [Fact]
    public void LinearModelOfOrthogonalFeatures_FindsTheAnalyticPosterior()
    {
        const int rows = 64;
        DataSet data = Factorial(rows);
        BayesianOptions options = new() { InitialLogVariance = -3, Draws = 4000 };
        var model = new BayesianMlp(3, new MlpOptions { Hidden = [] }, options, 1, seed: 1);
        Descend(model, new KnownVarianceNll(), data, steps: 8000);
        double precision = (rows / (Noise * Noise)) + 1, variance = 1 / precision;
        for (int j = 0; j < 3; j++)
        {
            double projection = Enumerable.Range(0, rows).Sum(i => data.Features[(i * 3) + j] * data.Targets[i]);
            double mean = projection / (Noise * Noise) * variance;
            Assert.Equal(mean, model.Parameters[j], 0.02 * Math.Sqrt(variance) + (0.02 * Math.Abs(mean)));
        }

        float[] x = [1, 1, 1, 1, -1, 1, 2, -1, 0.5f];
        NetworkPrediction passed = model.PredictInOnePass(x, 3, new KnownVarianceNll(), 1);
        NetworkPrediction drawn = model.Predict(x, 3, new KnownVarianceNll(), 1);
        double[] lengths = [3, 3, 5.25];
        for (int row = 0; row < 3; row++)
        {
            double expected = Math.Sqrt(lengths[row] * variance);
            output.WriteLine(
                $"sigma_stat {expected:f5}: one pass {passed.SigmaStat![row]:f5}, draws {drawn.SigmaStat![row]:f5}");
            Assert.Equal(1, passed.SigmaStat![row] / expected, 0.02);

            // 4000 draws add an error of 1.1 %.
            Assert.Equal(1, drawn.SigmaStat![row] / expected, 0.02 + 0.03);
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void SpreadThatVaries_IsRecoveredAndStatisticsFallWithTheRootOfTheRows()
    {
        float[] grid = [.. Enumerable.Range(0, 33).Select(i => -1.6f + (0.1f * i))];
        double[] stats = new double[3], systs = new double[3], means = new double[3];
        int[] sizes = [1000, 4000, 16_000];
        for (int k = 0; k < sizes.Length; k++)
        {
            NetworkPrediction prediction = Curve(sizes[k]).Predict(grid, grid.Length, new GaussianNll(), 2);
            stats[k] = Rms(i => prediction.SigmaStat![i]);
            systs[k] = Rms(i => (prediction.SigmaSyst![i] / Spread(grid[i])) - 1);
            means[k] = Rms(i => prediction.Mean[i] - Mean(grid[i]));
        }

        double slope = Math.Log(stats[2] / stats[0]) / Math.Log((double)sizes[2] / sizes[0]);
        output.WriteLine(
            $"stat {string.Join(' ', stats)}; slope {slope:f3}; syst - truth {string.Join(' ', systs)}; "
            + $"mean - truth {string.Join(' ', means)}");
        Assert.InRange(slope, -0.6, -0.4);
        Assert.True(stats[0] > stats[1] && stats[1] > stats[2]);
        Assert.InRange(systs[2], 0, 0.03);

        double Rms(Func<int, double> value) =>
            Math.Sqrt(Enumerable.Range(0, grid.Length).Average(i => value(i) * value(i)));
    }

    private static double Mean(double x) => Math.Sin(2 * x);

    private static double Spread(double x) => 0.2 * Math.Exp(0.5 * Math.Sin(x));

    private static BayesianMlp Curve(int rows)
    {
        const int batch = 250, steps = 6400;
        BayesianOptions options = new() { InitialLogVariance = -6 };
        var shape = new MlpOptions { Hidden = [16], Activation = Activation.Tanh };
        var model = new BayesianMlp(1, shape, options, 2, seed: 3);
        var training = new TrainerOptions
        {
            BatchSize = batch,
            Epochs = steps * batch / rows,
            LearningRate = 0.02,
            Patience = 0,
            Threads = 2,
        };
        Trainer.Fit(model, new GaussianNll(), CurveRows(rows, 1), CurveRows(2000, 2), training);
        return model;
    }

    private static DataSet CurveRows(int rows, ulong stream)
    {
        var rng = new Rng(9, "curve", stream);
        float[] x = new float[rows], y = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            x[i] = (float)Distributions.Uniform(-2, 2, ref rng);
            y[i] = (float)Distributions.Gaussian(Mean(x[i]), Spread(x[i]), ref rng);
        }

        return new DataSet(x, 1, y, null);
    }

    private static DataSet Factorial(int rows)
    {
        var rng = new Rng(6, "factorial");
        float[] x = new float[rows * 3], y = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                x[(i * 3) + j] = ((i >> j) & 1) == 0 ? -1 : 1;
            }

            double mean = 0.3 + (0.6 * x[i * 3]) - x[(i * 3) + 1] + (0.4 * x[(i * 3) + 2]);
            y[i] = (float)Distributions.Gaussian(mean, Noise, ref rng);
        }

        return new DataSet(x, 3, y, null);
    }

    // Whole-batch Adam whose rate falls to zero: the minimum itself, without the choice of a best epoch.
    private static void Descend(BayesianMlp model, Loss loss, DataSet data, int steps)
    {
        var optimizer = new Adam(model.Parameters.Length, new OptimizerOptions());
        float[] gradient = new float[model.Parameters.Length];
        var options = new TrainerOptions { BatchSize = data.RowCount };
        using IBatchGradient batches = model.Differentiate(loss, data.RowCount, options);
        for (int step = 0; step < steps; step++)
        {
            batches.LossAndGradient(
                new RowBatch(data, null, 0, data.RowCount, 1.0 / data.RowCount), step, 0, gradient);
            double rate = 0.015 * (1 + Math.Cos(Math.PI * step / steps));
            optimizer.Step(model.Parameters, gradient, rate);
        }
    }

    /// <summary>Normal targets of a known variance: the likelihood of the analytic posterior.</summary>
    private sealed record KnownVarianceNll : Loss
    {
        public override int OutputCount => 1;

        public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
            (mixture[0], mixture[1], mixture[2]) = (1, outputs[0], (float)Noise);

        public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
        {
            double difference = outputs[0] - target, precision = 1 / (Noise * Noise);
            gradient[0] = (float)(difference * precision);
            return 0.5 * difference * difference * precision;
        }

        public override double Reference(ReadOnlySpan<double> outputs, double target) =>
            0.5 * (outputs[0] - target) * (outputs[0] - target) / (Noise * Noise);

        public override void StartingOutputs(double mean, double variance, Span<float> outputs) =>
            outputs[0] = (float)mean;
    }
}
