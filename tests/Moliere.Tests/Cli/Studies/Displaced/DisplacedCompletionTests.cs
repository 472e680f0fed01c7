using Moliere.Cli.Studies.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedCompletionTests
{
    [Fact]
    public void JetsOfNoClass_StaySoAndOthersAreOfTheirFile()
    {
        Table jets = DisplacedToy.Events(0, 3);
        long[] marked = [0, -1, 2, 7, -3, 1];
        Table known = new([.. jets.Columns.Where(column => column.Name != DisplacedJetColumns.Class),
            new LongColumn(DisplacedJetColumns.Class, "", "Toy.", marked)]);
        Assert.Equal([1, -1, 1, 1, -3, 1], Classes(known));
        Table unknown = new([.. jets.Columns.Where(column => column.Name != DisplacedJetColumns.Class)]);
        Assert.Equal([1, 1, 1, 1, 1, 1], Classes(unknown));
    }

    private static float[] Classes(Table jets) =>
        new DisplacedCompletion("own.table", displaced: 1, isData: false).Complete(jets)
            .Floats(DisplacedJetColumns.Class);
}
