using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class DifferencesTests
{
    public static TheoryData<int> Lengths => [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 1000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void SquaredSum_EqualsDefinition(int length)
    {
        float[] a = Draw(length, 1), b = Draw(length, 2);
        double expected = a.Zip(b, (x, y) => ((double)x - y) * ((double)x - y)).Sum();
        Assert.Equal(expected, Differences.SquaredSum(a, b), 1e-5 * expected);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AddScaledDifference_EqualsDefinition(int length)
    {
        float[] a = Draw(length, 1), b = Draw(length, 2), sum = Draw(length, 3), before = [.. sum];
        Differences.AddScaled(sum, -0.7f, a, b);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal(before[i] - (0.7 * ((double)a[i] - b[i])), sum[i], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AddScaled_EqualsDefinitionAndGivesTheSquare(int length)
    {
        float[] a = Draw(length, 1), sum = Draw(length, 3), before = [.. sum];
        double square = Differences.AddScaled(sum, 0.3f, a), expected = a.Sum(x => (double)x * x);
        Assert.Equal(expected, square, 1e-5 * expected);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal(before[i] + (0.3 * a[i]), sum[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NonFiniteElement_IsNotLost(float value)
    {
        float[] a = Draw(20, 1), b = Draw(20, 2);
        a[5] = value;
        Assert.False(double.IsFinite(Differences.SquaredSum(a, b)));
    }

    private static float[] Draw(int length, ulong stream)
    {
        var rng = new Rng(4, "differences", stream);
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)rng.NextGaussian();
        }

        return values;
    }
}
