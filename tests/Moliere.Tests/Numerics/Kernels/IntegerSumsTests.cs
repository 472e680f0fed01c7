using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class IntegerSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(21)]
    public void SubtractionUndoesAddition(int length)
    {
        long[] a = [.. Enumerable.Range(0, length).Select(i => (i * 1_000_003L) << 30)];
        long[] b = [.. Enumerable.Range(0, length).Select(i => -(long)i * i)];
        long[] sums = [.. a];
        IntegerSums.Add(sums, b);
        Assert.Equal(a.Zip(b, (x, y) => x + y), sums);
        IntegerSums.Subtract(sums, b);
        Assert.Equal(a, sums);
    }
}
