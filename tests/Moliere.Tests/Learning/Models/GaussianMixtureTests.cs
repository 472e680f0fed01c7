using Moliere.Learning.Models;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Models;

public sealed class GaussianMixtureTests
{
    // Three components: means, log-variances, logits.
    private static readonly float[] Skewed = [-0.5f, -0.2f, 0.3f, -4, -3, -1, 1, 0.5f, 0];

    [Fact]
    public void OneComponent_HasTheMomentsOfANormalDensity()
    {
        float[] normal = [1.5f, (float)Math.Log(0.04), 7];
        Assert.Equal(1.5, GaussianMixture.Mode(normal), 1e-6);
        Assert.Equal(1.5, GaussianMixture.Mean(normal), 1e-6);
        Assert.Equal(0.04, GaussianMixture.Variance(normal), 1e-6);
        Assert.Equal(1.5 + (1.959963985 * 0.2), GaussianMixture.Quantile(normal, 0.975), 1e-6);
        Assert.Equal(1 / (0.2 * Math.Sqrt(2 * Math.PI)), GaussianMixture.Density(normal, 1.5), 1e-4);
    }

    [Fact]
    public void Moments_EqualNumericalIntegrals()
    {
        double total = 0, first = 0, second = 0;
        for (double x = -10; x < 10; x += 1e-3)
        {
            double density = GaussianMixture.Density(Skewed, x) * 1e-3;
            (total, first, second) = (total + density, first + (density * x), second + (density * x * x));
        }

        Assert.Equal(1, total, 1e-6);
        Assert.Equal(first, GaussianMixture.Mean(Skewed), 1e-6);
        Assert.Equal(second - (first * first), GaussianMixture.Variance(Skewed), 1e-6);
    }

    [Fact]
    public void AllMeansNegative_ModeIsStillThePeak()
    {
        // The published scan from 0.9 min to 1.1 max of the means covers [-0.45, -0.11] here: not the peak at -0.5.
        float[] negative = [-0.5f, -0.1f, -0.1f, -8, -2, -2, 2, 0, 0];
        Assert.Equal(-0.5, GaussianMixture.Mode(negative), 1e-3);
    }

    [Fact]
    public void RandomMixtures_ModeIsAsHighAsADenseScanFinds()
    {
        for (ulong i = 0; i < 200; i++)
        {
            float[] outputs = Draw(i);
            double best = 0, low = 1e9, high = -1e9;
            for (int k = 0; k < 3; k++)
            {
                double sigma = Math.Exp(0.5 * outputs[3 + k]);
                (low, high) = (Math.Min(low, outputs[k] - (4 * sigma)), Math.Max(high, outputs[k] + (4 * sigma)));
            }

            for (int step = 0; step <= 2000; step++)
            {
                best = Math.Max(best, GaussianMixture.Density(outputs, low + ((high - low) * step / 2000)));
            }

            double found = GaussianMixture.Density(outputs, GaussianMixture.Mode(outputs));
            Assert.True(found >= best * (1 - 1e-9), $"mixture {i}: found {found}, scan {best}");
        }
    }

    [Fact]
    public void RandomMixtures_QuantileInvertsProbability()
    {
        for (ulong i = 0; i < 50; i++)
        {
            float[] outputs = Draw(i);
            foreach (double p in new[] { 1e-6, 0.16, 0.5, 0.84, 0.999 })
            {
                double probability = GaussianMixture.Probability(outputs, GaussianMixture.Quantile(outputs, p));
                Assert.Equal(p, probability, 1e-7);
            }
        }
    }

    [Fact]
    public void Summary_EqualsRowsWhateverTheThreads()
    {
        float[] outputs = [.. Enumerable.Range(0, 3000).SelectMany(i => Draw((ulong)i))];
        float[] modes = new float[3000], sigmas = new float[3000], again = new float[3000];
        GaussianMixture.Summarise(outputs, 3000, modes, sigmas, CentralValue.Mode, threads: 1);
        GaussianMixture.Summarise(outputs, 3000, again, sigmas, CentralValue.Mode, threads: 3);
        Assert.Equal(modes, again);
        Assert.Equal((float)GaussianMixture.Mode(Draw(2999)), modes[2999]);
        Assert.Equal((float)Math.Sqrt(GaussianMixture.Variance(Draw(2999))), sigmas[2999]);
    }

    [Fact]
    public void NonFiniteOutput_GivesNaN()
    {
        float[] broken = [.. Skewed];
        broken[1] = float.NaN;
        Assert.True(double.IsNaN(GaussianMixture.Mode(broken)));
        Assert.True(double.IsNaN(GaussianMixture.Variance(broken)));
    }

    private static float[] Draw(ulong index)
    {
        var rng = new Rng(11, "mixture", index);
        float[] outputs = new float[9];
        for (int k = 0; k < 3; k++)
        {
            outputs[k] = (float)Distributions.Gaussian(-0.2, 0.3, ref rng);
            outputs[3 + k] = (float)Distributions.Uniform(-9, 1, ref rng);
            outputs[6 + k] = (float)Distributions.Gaussian(0, 2, ref rng);
        }

        return outputs;
    }
}
