using Moliere.Numerics.Fits;

namespace Moliere.Tests.Numerics.Fits;

public sealed class TruncatedMomentsTests
{
    [Theory]
    [InlineData(1.5, 0.551524)]
    [InlineData(2.0, 0.773741)]
    public void KeptVariance_IsThatOfATruncatedNormalLaw(double cut, double expected) =>
        Assert.Equal(expected, TruncatedMoments.KeptVariance(cut), 1e-6);

    [Fact]
    public void WeightsOfZero_AreAsGoodAsNoValues()
    {
        float[] values = [.. Enumerable.Range(-1000, 2001).Select(i => 0.005f * i)];
        double[] weights = [.. values.Select(value => Math.Abs(value) < 4.0025 ? Math.Exp(-0.5 * value * value) : 0)];
        float[] inner = [.. values.Where(value => Math.Abs(value) < 4.0025)];

        (double mean, double width) = new TruncatedMoments(values, 0, 1).Fit(weights);
        var fewer = new TruncatedMoments(inner, 0, 1).Fit([.. weights.Where(weight => weight > 0)]);

        Assert.Equal(0, mean, 0.01); // the window moves by whole points of the grid
        Assert.Equal(1, width, 0.01);
        Assert.Equal((mean, width), fewer);
    }

    [Fact]
    public void NoWeight_GivesNoNumber() =>
        Assert.True(double.IsNaN(new TruncatedMoments(new float[] { 1, 2, 3 }, 2, 1).Fit([0, 0, 0]).Mean));
}
