using Moliere.Learning.Layers;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Layers;

public sealed class InitializersTests
{
    [Fact]
    public void HeNormal_HasTheStatedSpread()
    {
        float[] weights = new float[20_000];
        var rng = new Rng(1, "he");
        Initializers.HeNormal(weights, 50, ref rng);
        double mean = weights.Average(w => (double)w), variance = weights.Average(w => (double)w * w);

        // Five standard errors of mean and variance.
        Assert.InRange(mean, -5 * Math.Sqrt(0.04 / 20_000), 5 * Math.Sqrt(0.04 / 20_000));
        double error = 0.04 * Math.Sqrt(2.0 / 20_000);
        Assert.InRange(variance, 0.04 - (5 * error), 0.04 + (5 * error));
    }

    [Fact]
    public void GlorotUniform_FillsItsInterval()
    {
        float[] weights = new float[20_000];
        var rng = new Rng(1, "glorot");
        Initializers.GlorotUniform(weights, 30, 24, ref rng);
        double limit = Math.Sqrt(6.0 / 54);
        Assert.InRange(weights.Max(), 0.999 * limit, limit);
        Assert.InRange(weights.Min(), -limit, -0.999 * limit);
    }
}
