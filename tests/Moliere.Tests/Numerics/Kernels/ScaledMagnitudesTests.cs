using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class ScaledMagnitudesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(33)]
    [InlineData(1000)]
    public void MagnitudesAndList_AreThoseOfTheDefinition(int length)
    {
        var rng = new Rng(4, "magnitudes", (ulong)length);
        float[] values = new float[length], scales = new float[length], magnitudes = new float[length];
        for (int i = 0; i < length; i++)
        {
            (values[i], scales[i]) = ((float)rng.NextGaussian(), 1 + (i % 3));
        }

        int[] found = new int[length];
        int count = ScaledMagnitudes.Collect(values, scales, 2, magnitudes, found);
        float[] expected = [.. values.Zip(scales, (x, s) => Math.Abs(x) * s)];
        Assert.Equal(expected, magnitudes);
        Assert.Equal(Enumerable.Range(0, length).Where(i => expected[i] > 2), found.Take(count));
    }

    [Fact]
    public void NotANumber_IsNeverListed()
    {
        float[] values = [.. Enumerable.Repeat(float.NaN, 20)], ones = [.. Enumerable.Repeat(1f, 20)];
        values[19] = float.PositiveInfinity;
        int[] found = new int[20];
        Assert.Equal(1, ScaledMagnitudes.Collect(values, ones, 4, new float[20], found));
        Assert.Equal(19, found[0]);
    }
}
