using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Random;

public sealed class DistributionsTests
{
    private const int Draws = 100_000;

    private delegate double Draw(ref Rng rng);

    [Fact]
    public void Gaussian_HasItsMoments() =>
        AssertMoments("gaussian", (ref Rng rng) => Distributions.Gaussian(-3, 2.5, ref rng), -3, 6.25);

    [Fact]
    public void Exponential_HasItsMoments() =>
        AssertMoments("exponential", (ref Rng rng) => Distributions.Exponential(1.7, ref rng), 1.7, 1.7 * 1.7);

    [Fact]
    public void Uniform_HasItsMoments() =>
        AssertMoments("uniform", (ref Rng rng) => Distributions.Uniform(-1, 5, ref rng), 2, 36 / 12.0);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void Gamma_HasItsMoments(double shape) =>
        AssertMoments($"gamma {shape}", (ref Rng rng) => Distributions.Gamma(shape, ref rng), shape, shape);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(2, 5)]
    public void Beta_HasItsMoments(double a, double b)
    {
        double mean = a / (a + b), variance = mean * (1 - mean) / (a + b + 1);
        AssertMoments($"beta {a} {b}", (ref Rng rng) => Distributions.Beta(a, b, ref rng), mean, variance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(7)]
    [InlineData(29.9)]
    [InlineData(36)]
    [InlineData(860)]
    public void Poisson_HasItsMoments(double mean) =>
        AssertMoments($"poisson {mean}", (ref Rng rng) => Distributions.Poisson(mean, ref rng), mean, mean);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(10, 0)]
    [InlineData(10, 1)]
    [InlineData(20, 0.3)]
    public void Binomial_HasItsMoments(int n, double p) => AssertMoments(
        $"binomial {n} {p}", (ref Rng rng) => Distributions.Binomial(n, p, ref rng), n * p, n * p * (1 - p));

    [Fact]
    public void NegativeBinomial_HasItsMoments() => AssertMoments(
        "negative binomial", (ref Rng rng) => Distributions.NegativeBinomial(12, 2.4, ref rng), 12, 12 + (144 / 2.4));

    [Fact]
    public void LogNormal_HasItsMoments()
    {
        double mean = Math.Exp(0.4 + (0.25 * 0.25 / 2)), variance = (Math.Exp(0.25 * 0.25) - 1) * mean * mean;
        AssertMoments("log-normal", (ref Rng rng) => Distributions.LogNormal(0.4, 0.25, ref rng), mean, variance);
    }

    [Fact]
    public void Moyal_HasItsMoments()
    {
        const double Euler = 0.57721566490153286;
        AssertMoments(
            "moyal", (ref Rng rng) => Distributions.Moyal(ref rng), Euler + Math.Log(2), Math.PI * Math.PI / 2);
    }

    [Fact]
    public void Poisson_HasItsProbabilities()
    {
        var counts = new int[6];
        Rng rng = new(11, "poisson probabilities");
        for (int i = 0; i < Draws; i++)
        {
            int n = Distributions.Poisson(1.5, ref rng);
            counts[Math.Min(n, 5)]++;
        }

        double probability = Math.Exp(-1.5);
        for (int n = 0; n < 5; n++)
        {
            double expected = Draws * probability;
            Assert.InRange(counts[n], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
            probability *= 1.5 / (n + 1);
        }
    }

    // Mean within five of its standard errors, variance within five of its own (from the sample's fourth moment).
    private static void AssertMoments(string purpose, Draw draw, double mean, double variance)
    {
        Rng rng = new(7, purpose);
        double sum = 0, second = 0, fourth = 0;
        for (int i = 0; i < Draws; i++)
        {
            double difference = draw(ref rng) - mean, square = difference * difference;
            (sum, second, fourth) = (sum + difference, second + square, fourth + (square * square));
        }

        double meanError = Math.Sqrt(variance / Draws);
        double varianceError = Math.Sqrt(Math.Max(0, (fourth / Draws) - (variance * variance)) / Draws);
        Assert.InRange(sum / Draws, -5 * meanError, 5 * meanError);
        Assert.InRange((second / Draws) - variance, (-5 * varianceError) - 1e-12, (5 * varianceError) + 1e-12);
    }
}
