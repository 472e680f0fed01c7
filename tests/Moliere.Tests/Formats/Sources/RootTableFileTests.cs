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
