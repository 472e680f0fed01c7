// covers: ColumnKind
using Moliere.Data.Tables;
using Moliere.Formats.Tables;

namespace Moliere.Tests.Formats.Tables;

public sealed class ColumnSpecTests
{
    [Fact]
    public void EachKind_IsRecognised() => Assert.Equal(
        [
            ColumnKind.Float, ColumnKind.Float, ColumnKind.Float, ColumnKind.Long,
            ColumnKind.FloatList, ColumnKind.IntList,
        ],
        TestTables.AllKinds().Columns.Select(column => ColumnSpec.Of(column).Kind));

    [Fact]
    public void OtherElementType_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ColumnSpec.Of(new JaggedColumn<double>("x", "", "", [0], [])));
}
