// covers: MissingColumnException
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Tables;

public sealed class TableTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("pt", "GeV", "", [1, 2, 3]),
        new LongColumn("event", "", "", [10, 20, 30]),
        new JaggedColumn<int>("cells", "", "", [0, 2, 2, 3], [5, 6, 7]),
    ]);

    [Fact]
    public void SelectedRows_KeepTheGivenOrderInAllColumns()
    {
        Table picked = s_table.Select([2, 0, 0]);
        Assert.Equal([3f, 1f, 1f], picked.Floats("pt"));
        Assert.Equal([30L, 10L, 10L], picked.Longs("event"));
        Assert.Equal([7, 5, 6, 5, 6], picked.Jagged<int>("cells").Values);
        Assert.Equal([0, 1, 3, 5], picked.Jagged<int>("cells").Offsets);
    }

    [Fact]
    public void NewColumn_ComesLast()
    {
        Table more = s_table.With(new FloatColumn("eta", "", "", [0, 0, 0]));
        Assert.Equal(["pt", "event", "cells", "eta"], more.Columns.Select(c => c.Name));
        Assert.False(s_table.Has("eta"));
    }

    [Fact]
    public void UnknownColumn_NamesNearest()
    {
        string message = Assert.Throws<MissingColumnException>(() => s_table.Floats("ptt")).Message;
        Assert.Contains("'ptt'", message);
        Assert.Contains("did you mean 'pt'", message);
        Assert.Contains("no columns", Assert.Throws<MissingColumnException>(() => new Table([]).Floats("x")).Message);
    }

    [Fact]
    public void OtherKind_IsSaid() =>
        Assert.Contains(
            "is a LongColumn", Assert.Throws<MissingColumnException>(() => s_table.Floats("event")).Message);

    [Fact]
    public void UnequalLengthsAndRepeatedNames_AreRefused()
    {
        var a = new FloatColumn("a", "", "", [1]);
        Assert.Throws<ArgumentException>(() => new Table([a, new FloatColumn("b", "", "", [1, 2])]));
        Assert.Throws<ArgumentException>(() => new Table([a, a]));
    }
}
