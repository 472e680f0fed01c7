using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class NoiseTermTests
{
    [Fact]
    public void DifferenceOfTwoCones_GivesTheNoiseOfOne()
    {
        var rng = new Rng(1, "cones");
        float[] differences = new float[20_000];
        for (int i = 0; i < differences.Length; i++)
        {
            // Both cones share the mean of their event, which the difference does not see.
            double mean = Distributions.Exponential(20, ref rng);
            differences[i] = (float)(mean + (3 * rng.NextGaussian()) - (mean + (3 * rng.NextGaussian())));
        }

        WidthEstimate noise = NoiseTerm.OfCones(differences);

        Assert.Equal(3, noise.Value, 4 * noise.Error);
        Assert.InRange(noise.Error, 0.01, 0.04);
    }

    [Fact]
    public void Area_AndResponseScaleIt()
    {
        WidthEstimate jet = NoiseTerm.OfJets(new(2, 0.1), coneArea: 0.5, jetArea: 0.5 * 1.21, response: 0.5);

        Assert.Equal(2 * 1.1 / 0.5, jet.Value, 1e-9);
        Assert.Equal(0.1 * 1.1 / 0.5, jet.Error, 1e-9);
    }

    [Fact]
    public void TooFewCones_GiveNoNumber() => Assert.True(double.IsNaN(NoiseTerm.OfCones([1, float.NaN, 2]).Value));
}
