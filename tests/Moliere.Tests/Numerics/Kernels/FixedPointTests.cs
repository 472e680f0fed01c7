using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class FixedPointTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(19)]
    public void EachKind_HasItsOwnLargestAndFactor(int rows)
    {
        float[] pairs = [.. Enumerable.Range(0, 2 * rows).Select(i => i % 2 == 0 ? -1.7f * i : 0.3f * i)];
        (float first, float second) = FixedPoint.Largest(pairs);
        Assert.Equal(pairs.Where((_, i) => i % 2 == 0).Max(MathF.Abs), first);
        Assert.Equal(pairs.Where((_, i) => i % 2 == 1).Max(MathF.Abs), second);
        int[] integers = new int[2 * rows];
        FixedPoint.Convert(pairs, 8, 1024, integers);
        Assert.Equal(pairs.Select((x, i) => (int)(x * (i % 2 == 0 ? 8 : 1024))), integers);
    }

    [Fact]
    public void NothingToConvert_HasNoLargest() => Assert.Equal((0, 0), FixedPoint.Largest([]));
}
