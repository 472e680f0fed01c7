using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class MomentumStepTests
{
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(7, 0.9, 0)]
    [InlineData(8, 0.5, 0.1)]
    [InlineData(33, 0.9, 0.1)]
    public void Step_EqualsScalarDefinition(int count, double momentum, double penalty)
    {
        var rng = new Rng(5, "momentum", (ulong)count);
        var c = new MomentumStep.Coefficients(0.01f, (float)momentum, (float)penalty);
        float[] g = Draw(count, ref rng), p = Draw(count, ref rng), v = Draw(count, ref rng);
        v = momentum > 0 ? v : [];
        (double P, double V)[] expected =
        [
            .. Enumerable.Range(0, count).Select(
                i => MomentumStep.Reference(c, g[i], p[i], v.Length > 0 ? v[i] : 0))
        ];
        MomentumStep.Update(c, g, p, v);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(expected[i].P, p[i], 1e-6);
            Assert.Equal(v.Length > 0 ? expected[i].V : 0, v.Length > 0 ? v[i] : 0, 1e-6);
        }
    }

    [Fact]
    public void Position_DoesNotChangeABit()
    {
        float[] p = new float[37], v = new float[37], g = new float[37];
        Array.Fill(g, 0.37f);
        MomentumStep.Update(new(0.01f, 0.9f, 0.1f), g, p, v);
        Assert.All(p, x => Assert.Equal(p[0], x));
        Assert.NotEqual(0, p[0]);
    }

    private static float[] Draw(int count, ref Rng rng)
    {
        var values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)rng.NextGaussian();
        }

        return values;
    }
}
