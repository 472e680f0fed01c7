using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class LeastValueTests
{
    [Fact]
    public void AllLengthsAroundTheWidth_EqualTheLoop()
    {
        var rng = new Rng(1, "values");
        for (int length = 1; length <= 70; length++)
        {
            var values = new double[length];
            for (int i = 0; i < length; i++)
            {
                values[i] = rng.NextInt(20) + 1; // with ties
            }

            Assert.Equal(values.Min(), LeastValue.Of(values));
            Assert.Equal(Array.IndexOf(values, values.Min()), LeastValue.IndexOf(values));
        }
    }

    [Fact]
    public void NoValue_HasNoPlace()
    {
        Assert.Equal(double.PositiveInfinity, LeastValue.Of([]));
        Assert.Equal(-1, LeastValue.IndexOf([]));
    }

    [Fact]
    public void InfinityOnly_IsFound() =>
        Assert.Equal(0, LeastValue.IndexOf([double.PositiveInfinity, double.PositiveInfinity]));
}
