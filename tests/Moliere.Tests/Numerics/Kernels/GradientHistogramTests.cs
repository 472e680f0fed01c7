using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class GradientHistogramTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 16)]
    [InlineData(4, 17)]
    [InlineData(5, 15)]
    [InlineData(8, 333)]
    public void Sums_AreExactlyThoseOfTheDefinition(int lanes, int count)
    {
        const int table = 500;
        var rng = new Rng(1, "histogram test", (ulong)count);
        byte[] bins = [.. Enumerable.Range(0, table * 8).Select(i => (byte)(i % 8 < lanes ? rng.NextInt(256) : 0))];
        int[] pairs = [.. Enumerable.Range(0, table * 2).Select(i => rng.NextInt(int.MaxValue) - (1 << 30))];
        int[] rows = [.. Enumerable.Range(0, count).Select(i => rng.NextInt(table))];
        long[] expected = new long[GradientHistogram.Length], sums = new long[GradientHistogram.Length];
        expected[5] = sums[5] = 7; // What is there is added to.
        ReferenceGradientHistogram.Add(rows, bins, pairs, lanes, expected);
        GradientHistogram.Add(rows, bins, pairs, lanes, sums);
        int used = lanes * GradientHistogram.Bins * 2;
        Assert.Equal(expected[..used], sums[..used]);
    }
}
