using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class AdamStepTests
{
    [Theory]
    [InlineData(1, 0, 1, 0)]
    [InlineData(7, 0.1, 1, 0)]
    [InlineData(8, 0, 0.99, 0.003)]
    [InlineData(33, 0.1, 0.9, 0.02)]
    public void Step_EqualsScalarDefinition(int count, double penalty, double keep, double ahead)
    {
        var rng = new Rng(5, "adam", (ulong)count);
        var c = new AdamStep.Coefficients(
            0.9f, 0.999f, 0.01f, 0.0316f, 1e-8f, (float)keep, (float)penalty, (float)ahead);
        float[] g = Draw(count, ref rng), p = Draw(count, ref rng), m = Draw(count, ref rng), v = Draw(count, ref rng);
        v = [.. v.Select(x => x * x)];
        var expected = Enumerable.Range(0, count).Select(i => AdamStep.Reference(c, g[i], p[i], m[i], v[i])).ToArray();
        AdamStep.Update(c, g, p, m, v);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(expected[i].P, p[i], 2e-6);
            Assert.Equal(expected[i].M, m[i], 1e-6);
            Assert.Equal(expected[i].V, v[i], 1e-6);
        }
    }

    [Fact]
    public void Position_DoesNotChangeABit()
    {
        var c = new AdamStep.Coefficients(0.9f, 0.999f, 0.01f, 0.0316f, 1e-8f, 1, 0);
        float[] p = new float[37], m = new float[37], v = new float[37], g = new float[37];
        Array.Fill(g, 0.37f);
        AdamStep.Update(c, g, p, m, v);
        Assert.All(p, x => Assert.Equal(p[0], x));
        Assert.NotEqual(0, p[0]);
    }

    private static float[] Draw(int count, ref Rng rng)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)rng.NextGaussian();
        }

        return values;
    }
}
