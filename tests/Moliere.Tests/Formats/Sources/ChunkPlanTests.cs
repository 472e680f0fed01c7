using Moliere.Formats.Sources;

namespace Moliere.Tests.Formats.Sources;

public sealed class ChunkPlanTests
{
    [Theory]
    [InlineData(10, new long[] { 0, 10 }, 4, new[] { 4, 4, 2 })]
    [InlineData(10, new long[] { 0, 3, 6, 10 }, 4, new[] { 3, 3, 4 })]
    [InlineData(10, new long[] { 0, 3, 6, 10 }, 7, new[] { 6, 4 })]
    [InlineData(10, new long[] { 0, 3, 10 }, 4, new[] { 3, 4, 3 })]
    [InlineData(10, new long[] { 0, 0, 2, 2, 10 }, 100, new[] { 10 })]
    [InlineData(0, new long[] { 0, 0 }, 4, new int[0])]
    public void Chunks_EndAtBoundariesWhereTheyCan(long rows, long[] boundaries, int size, int[] counts)
    {
        using var source = new DatasetSource("f", new FakeDataset { EntryCount = rows, Boundaries = boundaries });
        (long First, int Count)[] chunks = [.. ChunkPlan.Of(source, size)];
        Assert.Equal(counts, chunks.Select(chunk => chunk.Count));
        long next = 0;
        Assert.All(chunks, chunk =>
        {
            Assert.Equal(next, chunk.First);
            next += chunk.Count;
        });
        Assert.Equal(rows, next);
    }
}
