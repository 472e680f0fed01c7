using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Tests.Validation.Report;

public sealed class FigureTablesTests
{
    [Theory]
    [InlineData(0.12345, 0.0123, "0.123 ± 0.012")]
    [InlineData(-0.5, 0.3, "−0.50 ± 0.30")]
    [InlineData(1234.5, 20.0, "1234 ± 20")]
    [InlineData(0.5, null, "0.5")]
    [InlineData(null, null, "–")]
    public void Cell_RoundsToTwoDigitsOfTheError(double? value, double? error, string text) =>
        Assert.Equal(text, FigureTables.Cell(new() { Metric = "m", Method = "a", Value = value, Error = error }));

    [Fact]
    public void MetricTable_HasTheWholeSampleAndEveryRange()
    {
        FigureEntry[] entries =
        [
            new() { Metric = "resolution", Method = "a", Value = 0.5 },
            new() { Metric = "resolution", Method = "a", Variable = "E_dep", Low = 5, Value = 0.25 },
        ];
        BinAxis ranges = BinAxis.Ranges("E_dep", (0.3, 1), (5, double.PositiveInfinity));
        ReportTable table = FigureTables.OfMetric(entries, "resolution", ["a", "b"], ranges, "Resolution");

        Assert.Equal(["method", "all", "0.3–1", "≥ 5"], table.Columns);
        Assert.Equal(["a", "0.5", "–", "0.25"], Assert.Single(table.Rows));
    }

    [Fact]
    public void TrainingTable_ShowsADashForWhatAMethodDoesNotHaveAndNoColumnThatNoneHas()
    {
        ReportTable table = FigureTables.OfTraining(
        [
            new() { Method = "lcw", Rows = 240000, Epochs = 1, Seconds = 2.5 },
            new() { Method = "mdn", Rows = 240000, Epochs = 9, BestEpoch = 3 },
        ]);
        Assert.Equal(["method", "rows", "epochs", "time [s]", "best epoch"], table.Columns);
        Assert.Equal(["lcw", "240\u202f000", "1", "2.5", "–"], table.Rows[0]);
        Assert.Equal(["mdn", "240\u202f000", "9", "–", "3"], table.Rows[1]);
    }

    [Fact]
    public void TableWithoutRows_KeepsItsColumns() =>
        Assert.Equal(7, FigureTables.OfTraining([]).Columns.Count);
}
