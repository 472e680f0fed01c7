using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Tests.Formats.Sources;

public sealed class MemorySourceTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("x", "GeV", "", [1, 2, 3]),
        new LongColumn("n", "", "", [4, 5, 6]),
        new JaggedColumn<int>("k", "", "", [0, 1, 3, 3], [7, 8, 9]),
        new JaggedColumn<float>("y", "", "", [0, 0, 2, 3], [7, 8, 9]),
    ]);

    [Fact]
    public void Slices_JoinToTheWhole()
    {
        using MemorySource source = new("t", s_table);
        string[] names = ["x", "n", "k", "y"];
        Table joined = ColumnJoin.Rows([source.Read(0, 1, names), source.Read(1, 1, names), source.Read(2, 1, names)]);
        Assert.Equal(s_table.Floats("x"), joined.Floats("x"));
        Assert.Equal(s_table.Longs("n"), joined.Longs("n"));
        Assert.Equal(s_table.Jagged<int>("k").Offsets, joined.Jagged<int>("k").Offsets);
        Assert.Equal(s_table.Jagged<int>("k").Values, joined.Jagged<int>("k").Values);
        Assert.Equal(s_table.Jagged<float>("y").Offsets, joined.Jagged<float>("y").Offsets);
        Assert.Equal(ColumnKind.IntList, source.Require("k").Kind);
        Assert.Equal("GeV", source.Require("x").Unit);
    }
}
