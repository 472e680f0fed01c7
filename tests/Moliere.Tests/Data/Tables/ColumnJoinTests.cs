using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Tables;

public sealed class ColumnJoinTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("x", "GeV", "", [1, 2, 3]),
        new LongColumn("n", "", "", [4, 5, 6]),
        new JaggedColumn<int>("k", "", "", [0, 1, 3, 3], [7, 8, 9]),
        new JaggedColumn<float>("y", "", "", [0, 0, 2, 3], [7, 8, 9]),
    ]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Slices_JoinToTheWhole(int cut)
    {
        Table joined = ColumnJoin.Rows([s_table.Slice(0, cut), s_table.Slice(cut, 3 - cut)]);
        Assert.Equal(s_table.Floats("x"), joined.Floats("x"));
        Assert.Equal(s_table.Longs("n"), joined.Longs("n"));
        Assert.Equal(s_table.Jagged<int>("k").Offsets, joined.Jagged<int>("k").Offsets);
        Assert.Equal(s_table.Jagged<int>("k").Values, joined.Jagged<int>("k").Values);
        Assert.Equal(s_table.Jagged<float>("y").Offsets, joined.Jagged<float>("y").Offsets);
        Assert.Equal("GeV", joined["x"].Unit);
    }

    [Fact]
    public void KindsThatDiffer_AreRefused()
    {
        var other = new Table([new LongColumn("x", "", "", [1])]);
        Assert.Throws<ArgumentException>(() => ColumnJoin.Rows([new Table([s_table["x"]]), other]));
    }
}
