using Moliere.Numerics.Random;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Numerics.Special;

public sealed class NormalMixtureTests
{
    // Three components: shares, means, sigmas.
    private static readonly float[] Skewed = [0.5f, 0.3f, 0.2f, -0.5f, -0.2f, 0.3f, 0.14f, 0.22f, 0.6f];

    [Fact]
    public void OneComponent_HasTheMomentsOfANormalDensity()
    {
        float[] normal = [1, 1.5f, 0.2f];
        Assert.Equal(1.5, new NormalMixture(normal).Mode(), 1e-6);
        Assert.Equal(1.5, new NormalMixture(normal).Mean(), 1e-6);
        Assert.Equal(0.04, new NormalMixture(normal).Variance(), 1e-6);
        Assert.Equal(1.5 + (1.959963985 * 0.2), new NormalMixture(normal).Quantile(0.975), 1e-6);
        Assert.Equal(1 / (0.2 * Math.Sqrt(2 * Math.PI)), new NormalMixture(normal).Density(1.5), 1e-4);
    }

    [Fact]
    public void Moments_EqualNumericalIntegrals()
    {
        double total = 0, first = 0, second = 0;
        for (double x = -10; x < 10; x += 1e-3)
        {
            double density = new NormalMixture(Skewed).Density(x) * 1e-3;
            (total, first, second) = (total + density, first + (density * x), second + (density * x * x));
        }

        Assert.Equal(1, total, 1e-6);
        Assert.Equal(first, new NormalMixture(Skewed).Mean(), 1e-6);
        Assert.Equal(second - (first * first), new NormalMixture(Skewed).Variance(), 1e-6);
    }

    [Fact]
    public void AllMeansNegative_ModeIsStillThePeak()
    {
        // The published scan from 0.9 min to 1.1 max of the means covers [-0.45, -0.11] here: not the peak at -0.5.
        float[] negative = [0.8f, 0.1f, 0.1f, -0.5f, -0.1f, -0.1f, 0.018f, 0.37f, 0.37f];
        Assert.Equal(-0.5, new NormalMixture(negative).Mode(), 1e-3);
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
                double mean = outputs[3 + k], reach = 4 * outputs[6 + k];
                (low, high) = (Math.Min(low, mean - reach), Math.Max(high, mean + reach));
            }

            for (int step = 0; step <= 2000; step++)
            {
                best = Math.Max(best, new NormalMixture(outputs).Density(low + ((high - low) * step / 2000)));
            }

            double found = new NormalMixture(outputs).Density(new NormalMixture(outputs).Mode());
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
                double probability = new NormalMixture(outputs).Probability(new NormalMixture(outputs).Quantile(p));
                Assert.Equal(p, probability, 1e-7);
            }
        }
    }

    [Theory]
    [InlineData(48)]
    [InlineData(150)]
    public void ManyComponents_ModeIsAsHighAsADenseScanFinds(int components)
    {
        for (ulong i = 0; i < 20; i++)
        {
            float[] many = Draw(i, components);
            double best = 0;
            for (int step = 0; step <= 4000; step++)
            {
                best = Math.Max(best, new NormalMixture(many).Density(-2 + (step * 1e-3)));
            }

            double found = new NormalMixture(many).Density(new NormalMixture(many).Mode());
            Assert.True(found >= best * (1 - 1e-9), $"mixture {i}: found {found}, scan {best}");
        }
    }

    [Fact]
    public void LogDensity_IsFiniteWhereTheDensityUnderflows()
    {
        double near = Math.Log(new NormalMixture(Skewed).Density(0.1));
        Assert.Equal(near, new NormalMixture(Skewed).LogDensity(0.1), 1e-12);
        double pull = (40.0 - 0.3f) / 0.6f;
        double expected = Math.Log(0.2f / (Math.Sqrt(2 * Math.PI) * 0.6f)) - (0.5 * pull * pull);
        Assert.Equal(expected, new NormalMixture(Skewed).LogDensity(40), 1e-9 * Math.Abs(expected));
    }

    [Fact]
    public void NonFiniteOutput_GivesNaN()
    {
        float[] broken = [.. Skewed];
        broken[4] = float.NaN;
        Assert.True(double.IsNaN(new NormalMixture(broken).Mode()));
        Assert.True(double.IsNaN(new NormalMixture(broken).Variance()));
    }

    private static float[] Draw(ulong index, int components = 3)
    {
        var rng = new Rng(11, "mixture", index);
        float[] parameters = new float[3 * components];
        for (int k = 0; k < components; k++)
        {
            parameters[k] = (float)Math.Exp(Distributions.Gaussian(0, 2, ref rng));
            parameters[components + k] = (float)Distributions.Gaussian(-0.2, 0.3, ref rng);
            parameters[(2 * components) + k] = (float)Math.Exp(Distributions.Uniform(-4.5, 0.5, ref rng));
        }

        float sum = parameters[..components].Sum();
        for (int k = 0; k < components; k++)
        {
            parameters[k] /= sum;
        }

        return parameters;
    }
}
