// covers: FloatColumn, LongColumn, JaggedColumn
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Tables;

public sealed class ColumnTests
{
    [Fact]
    public void Lists_AreFoundByRow()
    {
        var column = new JaggedColumn<float>("e", "GeV", "", [0, 0, 2, 3], [1, 2, 3]);
        Assert.Equal(3, column.RowCount);
        Assert.Equal(0, column[0].Length);
        Assert.Equal([1f, 2f], column[1].ToArray());
        Assert.Equal([3f], column[2].ToArray());
    }

    [Fact]
    public void NoRowsSelected_GivesAnEmptyColumnWithTheSameName()
    {
        Column[] columns =
        [
            new FloatColumn("a", "GeV", "x", [1]),
            new LongColumn("b", "", "", [1]),
            new JaggedColumn<int>("c", "", "", [0, 1], [1]),
        ];
        foreach (Column column in columns)
        {
            Column none = column.Select([]);
            Assert.Equal((0, column.Name, column.Unit), (none.RowCount, none.Name, none.Unit));
        }
    }
}
