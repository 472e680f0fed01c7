using Moliere.Learning.Trees.Growth;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Trees.Growth;

public sealed class KeyedRowsTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void Words_SortAsTheirValuesAndStayInTheOrderOfRows(int count)
    {
        var rng = new Rng(1, "keyed rows test");
        float[] values = [.. Enumerable.Range(0, count)
            .Select(i => i % 3 == 0 ? -1 : (float)rng.NextGaussian() * 1e10f)];
        ulong[] words = [.. values.Select(KeyedRows.Pack)];
        KeyedRows.Sort(words, new ulong[count]);
        int[] expected = [.. Enumerable.Range(0, count).OrderBy(row => values[row])];
        Assert.Equal(expected, words.Select(KeyedRows.Row));
        Assert.Equal(expected.Select(row => values[row]), words.Select(KeyedRows.Value));
    }
}
