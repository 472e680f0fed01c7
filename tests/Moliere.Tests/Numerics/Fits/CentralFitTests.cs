// covers: NormalEstimate
using Moliere.Numerics.Fits;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Fits;

public sealed class CentralFitTests
{
    [Theory]
    [InlineData(1.5)]
    [InlineData(2.0)]
    public void NormalLawWithTails_GivesTheCoreWithinItsErrors(double cut)
    {
        var rng = new Rng(1, "core");
        float[] values = [.. Enumerable.Range(0, 20_000).Select(i => (float)(i % 50 == 0
            ? 1 + (20 * rng.NextDouble())
            : 0.8 + (0.1 * rng.NextGaussian())))];

        NormalEstimate core = CentralFit.Of(values, [], cut);

        Assert.InRange((core.Mean - 0.8) / core.MeanError, -3.5, 3.5);
        Assert.Equal(0.1, core.Width, 0.004); // tails of 2 % push the starting width a little
        Assert.Equal(20_000, core.EffectiveCount, 1e-6);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2.0)]
    public void Errors_AreTheSpreadOverManySamples(double cut)
    {
        const int samples = 400, size = 400;
        var rng = new Rng(2, "errors");
        var means = new double[samples];
        var widths = new double[samples];
        NormalEstimate last = default;
        for (int i = 0; i < samples; i++)
        {
            float[] values = [.. Enumerable.Range(0, size).Select(_ => (float)rng.NextGaussian())];
            last = CentralFit.Of(values, [], cut);
            (means[i], widths[i]) = (last.Mean, last.Width);
        }

        Assert.InRange(Deviation(means) / last.MeanError, 0.8, 1.2);
        Assert.InRange(Deviation(widths) / last.WidthError, 0.8, 1.25);
    }

    [Fact]
    public void NegativeWeights_CancelTheirTwins()
    {
        var rng = new Rng(3, "negative");
        float[] values = [.. Enumerable.Range(0, 4000).Select(_ => (float)rng.NextGaussian())];
        float[] shifted = [.. values.Take(400).Select(value => value + 0.01f)];
        float[] weights = [.. Enumerable.Repeat(1f, 4400), .. Enumerable.Repeat(-1f, 400)];

        NormalEstimate plain = CentralFit.Of(values, []);
        NormalEstimate mixed = CentralFit.Of([.. values, .. shifted, .. shifted], weights);

        // Another start, hence another of the neighbouring fixed points of a window that moves value by value.
        Assert.Equal(plain.Mean, mixed.Mean, 0.6 * plain.MeanError);
        Assert.Equal(plain.Width, mixed.Width, 0.6 * plain.WidthError);
        Assert.True(mixed.MeanError > plain.MeanError);
    }

    [Fact]
    public void ValuesWithoutCore_FallBackToQuantiles()
    {
        float[] twoPeaks = [.. Enumerable.Range(0, 1000).Select(i => (i % 2 == 0 ? -1f : 1f) + (1e-4f * i))];

        NormalEstimate core = CentralFit.Of(twoPeaks, []);

        Assert.True(core.IsValid);
        Assert.InRange(core.Mean, -1.1, 1.1);
        Assert.InRange(core.Width, 0.9, 1.6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void TooFewValues_GiveNothing(int count)
    {
        NormalEstimate core = CentralFit.Of([.. Enumerable.Repeat(1f, count), float.NaN, float.PositiveInfinity], []);

        Assert.False(core.IsValid);
        Assert.Equal(NormalEstimate.Nothing, core);
    }

    private static double Deviation(double[] values) =>
        Math.Sqrt(values.Average(value => value * value) - Math.Pow(values.Average(), 2));
}
