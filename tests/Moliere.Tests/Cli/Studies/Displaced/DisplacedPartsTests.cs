using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Studies.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedPartsTests
{
    private static readonly Table Jets = WithCrossings(ColumnJoin.Rows(
    [
        .. Enumerable.Range(0, 3).Select(displaced => DisplacedToy.Events(displaced, 200)),
        DisplacedToy.Events(-1, 200), DisplacedToy.Events(-1, 200, isData: true),
    ]));

    [Fact]
    public void NoTwoParts_ShareACrossing()
    {
        DisplacedParts parts = DisplacedParts.Deal(Jets, new(), seed: 1);
        Table[] all =
            [.. parts.Simulated, parts.Training.Control, parts.Training.ControlValidation, parts.ControlTest];
        Assert.Equal(Jets.RowCount, all.Sum(part => part.RowCount));
        Assert.All(all, part => Assert.NotEqual(0, part.RowCount));
        var keys = all.SelectMany(part => Keys(part).Distinct());
        Assert.Equal(Keys(Jets).Distinct().Order(), keys.Order());
    }

    [Fact]
    public void CutAndEpoch_AreChosenOnSharesOfTheirOwn()
    {
        DisplacedParts parts = DisplacedParts.Deal(Jets, new() { Validation = 0.3, Cut = 0.05 }, seed: 1);
        Assert.Equal(0.3 * 1200, parts.Training.Validation.RowCount, 20.0);
        Assert.Equal(0.05 * 1200, parts.Cut.RowCount, 20.0);
        Assert.Same(parts.Cut, parts.Simulated[3]);
    }

    private static (long Class, long IsData, long Crossing)[] Keys(Table jets) =>
    [
        .. Enumerable.Range(0, jets.RowCount).Select(row => (
            jets.Longs(DisplacedJetColumns.Class)[row], jets.Longs(DisplacedJetColumns.IsData)[row],
            jets.Longs(DisplacedJetColumns.Crossing)[row])),
    ];

    // As the sampler writes them: with crossings, four events in each, and the flag as a float.
    private static Table WithCrossings(Table jets) => new(
    [
        .. jets.Columns.Where(column => column.Name != DisplacedJetColumns.IsControl),
        new FloatColumn(DisplacedJetColumns.IsControl, "", "Toy.", [.. jets.Longs(DisplacedJetColumns.IsControl)]),
        new LongColumn(
            DisplacedJetColumns.Crossing, "", "Toy.", [.. jets.Longs(DisplacedJetColumns.Event).Select(e => e / 4)]),
    ]);
}
