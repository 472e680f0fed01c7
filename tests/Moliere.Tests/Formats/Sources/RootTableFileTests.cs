using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Sources;

public sealed class RootTableFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void EqualTables_GiveEqualBytesForAnyNumberOfThreads()
    {
        Table table = Sample(70_000);
        RootTableFile.Write(_folder.At("a", "t.root"), "t", "", table, threads: 1);
        RootTableFile.Write(_folder.At("b", "t.root"), "t", "", table, threads: 3);
        Assert.Equal(File.ReadAllBytes(_folder.At("a", "t.root")), File.ReadAllBytes(_folder.At("b", "t.root")));
    }

    [Fact]
    public void WrittenTable_ReadsBack()
    {
        Table table = Sample(40_000);
        RootTableFile.Write(_folder.At("t.root"), "dir/clusters", "", table);
        using ITableSource source = TableSources.Open(_folder.At("t.root"));
        Assert.Equal(40_000, source.RowCount);
        Table read = source.Read(0, 40_000, [.. table.Columns.Select(column => column.Name)]);
        Assert.Equal(table.Longs("event"), read.Longs("event"));
        Assert.Equal(table.Floats("e_em"), read.Floats("e_em"));
        Assert.Equal(table.Jagged<int>("cell_index").Offsets, read.Jagged<int>("cell_index").Offsets);
        Assert.Equal(table.Jagged<int>("cell_index").Values, read.Jagged<int>("cell_index").Values);
        Assert.Equal(table.Jagged<float>("cell_energy").Values, read.Jagged<float>("cell_energy").Values);
        Assert.Contains(source.Columns, column => column.Name == "ncell_index");
        Assert.DoesNotContain(source.Columns, column => column.Name == "ncell_energy");
    }

    public RootTableFileTests()
    {
        Directory.CreateDirectory(_folder.At("a"));
        Directory.CreateDirectory(_folder.At("b"));
    }

    public void Dispose() => _folder.Dispose();

    private static Table Sample(int rows)
    {
        int[] offsets = [0, .. Enumerable.Range(1, rows).Select(row => row + (row / 3))];
        int[] all = [.. Enumerable.Range(0, offsets[^1])];
        return new(
        [
            new LongColumn("event", "", "", [.. all.Take(rows).Select(i => (1L << 40) + i)]),
            new FloatColumn("e_em", "GeV", "", [.. all.Take(rows).Select(i => i * 0.5f)]),
            new JaggedColumn<int>("cell_index", "", "", offsets, all),
            new JaggedColumn<float>("cell_energy", "GeV", "", offsets, [.. all.Select(i => i * 0.25f)]),
        ]);
    }
}
