using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Training;

public sealed class ShuffleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(Shuffle.WindowRows)]
    [InlineData(Shuffle.WindowRows + 5)]
    [InlineData((2 * Shuffle.WindowRows) + 1234)]
    public void EveryRow_IsVisitedOnce(int rows)
    {
        var order = new int[rows];
        Shuffle.Fill(order, 3, 1);
        var seen = new bool[rows];
        Array.ForEach(order, row => seen[row] = true);
        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public void ManyRows_AreVisitedWindowByWindowInBlocks()
    {
        const int rows = 3 * Shuffle.WindowRows;
        int[] order = new int[rows], other = new int[rows];
        Shuffle.Fill(order, 3, 1);
        Shuffle.Fill(other, 3, 2);
        Assert.NotEqual(order, other);
        int[] window = order[..Shuffle.WindowRows];
        Assert.Equal(
            Shuffle.WindowRows / Shuffle.BlockRows, window.Select(row => row / Shuffle.BlockRows).Distinct().Count());

        // Each window is a sample of all rows, and neighbours in it are no neighbours on the disk.
        Assert.InRange(window.Average(row => (double)row) / rows, 0.45, 0.55);
        Assert.InRange(window.Zip(window.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) == 1), 0, 40);
    }
}
