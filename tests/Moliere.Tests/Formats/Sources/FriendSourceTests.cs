using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Tests.Formats.Sources;

public sealed class FriendSourceTests
{
    private static readonly MemorySource s_main = new("main.root:events", new Table(
        [new FloatColumn("pt", "", "", [1, 2]), new FloatColumn("eta", "", "", [3, 4])]));

    private static readonly MemorySource s_friend = new("f.root:cal", new Table(
        [new FloatColumn("pt", "", "", [5, 6]), new LongColumn("status", "", "", [7, 8])]));

    [Fact]
    public void Columns_AreThoseOfBoth()
    {
        using FriendSource both = new(s_main, [("cal", s_friend)]);
        Assert.Equal(["pt", "eta", "cal.pt", "status"], both.Columns.Select(column => column.Name));
        Table table = both.Read(1, 1, ["status", "cal.pt", "pt", "cal.status"]);
        Assert.Equal(["status", "cal.pt", "pt", "cal.status"], table.Columns.Select(column => column.Name));
        Assert.Equal([8L], table.Longs("status"));
        Assert.Equal([6f], table.Floats("cal.pt"));
        Assert.Equal([2f], table.Floats("pt"));
        Assert.Equal([8L], table.Longs("cal.status"));
        Assert.Equal("status", both.Require("cal.status").Name);
    }

    [Fact]
    public void OtherNumberOfRows_IsRefused()
    {
        using MemorySource three = new("g.root:t", new Table([new FloatColumn("x", "", "", [1, 2, 3])]));
        var error = Assert.Throws<InvalidFileException>(() => new FriendSource(s_main, [("t", three)]));
        Assert.StartsWith("g.root:t: found 3 entries, expected 2 as in main.root:events", error.Message);
    }
}
