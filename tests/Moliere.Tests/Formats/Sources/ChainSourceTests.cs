using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Tests.Formats.Sources;

public sealed class ChainSourceTests
{
    [Fact]
    public void Rows_GoOnOverTheEnds()
    {
        using ChainSource chain = Chain(Part(0, 3), Part(3, 0), Part(3, 2));
        Assert.Equal(5, chain.RowCount);
        Assert.Equal([0L, 3, 3, 5], chain.Boundaries);
        Table table = chain.Read(1, 4, ["list", "i"]);
        Assert.Equal([1L, 2, 3, 4], table.Longs("i"));
        Assert.Equal([1f, 2, 2, 4], table.Jagged<float>("list").Values);
        Assert.Equal([0, 1, 3, 3, 4], table.Jagged<float>("list").Offsets);
        Assert.Equal(0, chain.Read(5, 0, ["i"]).RowCount);
    }

    [Fact]
    public void OneSourceAtATime_IsOpen()
    {
        int open = 0, most = 0;
        Func<ITableSource> Opener(Table table) => () =>
        {
            most = Math.Max(most, ++open);
            return new Counted(new MemorySource("x", table), () => open--);
        };
        using (ChainSource chain = new("all", [Opener(Part(0, 2)), Opener(Part(2, 2)), Opener(Part(4, 2))]))
        {
            Assert.Equal([0L, 1, 2, 3, 4, 5], chain.Read(0, 6, ["i"]).Longs("i"));
        }

        Assert.Equal((0, 1), (open, most));
    }

    [Fact]
    public void ColumnThatOneFileLacks_IsNamedWithTheFile()
    {
        using ChainSource chain = Chain(Part(0, 1), new Table([new LongColumn("i", "", "", [1])]));
        Assert.Equal(["i"], chain.Columns.Select(column => column.Name));
        var error = Assert.Throws<InvalidFileException>(() => chain.Read(0, 1, ["list"]));
        Assert.Contains("'list', which part 0 has and part 1 has not", error.Message);
    }

    [Fact]
    public void ColumnOfAnotherKind_IsNamedWithTheFile()
    {
        using ChainSource chain = Chain(Part(0, 1), new Table([new FloatColumn("i", "", "", [1])]));
        Assert.Equal([0L], chain.Read(0, 1, ["i"]).Longs("i"));
        var error = Assert.Throws<InvalidFileException>(() => chain.Read(0, 2, ["i"]));
        Assert.StartsWith("part 1: found 'i'", error.Message);
    }

    private static ChainSource Chain(params Table[] tables) => new(
        "chain", [.. tables.Select((table, i) => (Func<ITableSource>)(() => new MemorySource($"part {i}", table)))]);

    // Row i holds the number i and a list of i % 3 times i.
    private static Table Part(int first, int count)
    {
        int[] rows = [.. Enumerable.Range(first, count)];
        var offsets = new List<int> { 0 };
        foreach (int row in rows)
        {
            offsets.Add(offsets[^1] + (row % 3));
        }

        return new Table(
        [
            new LongColumn("i", "", "", [.. rows.Select(row => (long)row)]),
            new JaggedColumn<float>(
                "list", "", "", [.. offsets], [.. rows.SelectMany(row => Enumerable.Repeat((float)row, row % 3))]),
        ]);
    }

    private sealed class Counted(ITableSource inner, Action closed) : ITableSource
    {
        public string Name => inner.Name;

        public long RowCount => inner.RowCount;

        public IReadOnlyList<SourceColumn> Columns => inner.Columns;

        public IReadOnlyList<SourceGap> Gaps => inner.Gaps;

        public IReadOnlyList<long> Boundaries => inner.Boundaries;

        public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1) =>
            inner.Read(first, count, columns, threads);

        public void Dispose() => closed();
    }
}
