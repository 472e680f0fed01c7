using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class RowSidesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 7)]
    [InlineData(17, 3)]
    [InlineData(200, 5)]
    public void Rows_AreFilteredInTheirOrder(int count, int lane)
    {
        var rng = new Rng(1, "sides test", (ulong)count);
        byte[] bins = [.. Enumerable.Range(0, 300 * 8).Select(_ => (byte)rng.NextInt(256))];
        byte[] side = [.. Enumerable.Range(0, 256).Select(_ => (byte)rng.NextInt(2))];
        int[] rows = [.. Enumerable.Range(0, count).Select(_ => rng.NextInt(300))], parted = new int[count];
        int left = RowSides.Part(rows, bins, lane, side, parted);
        Assert.Equal(rows.Where(row => side[bins[(8 * row) + lane]] == 1), parted[..left]);
        Assert.Equal(rows.Where(row => side[bins[(8 * row) + lane]] == 0), parted[left..].Reverse());
    }
}
