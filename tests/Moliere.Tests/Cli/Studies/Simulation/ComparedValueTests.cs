// covers: ComparedChecks, ReferenceNumber
using Moliere.Cli.Studies.Simulation;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Tests.Cli.Studies.Simulation;

public sealed class ComparedValueTests
{
    private static readonly ReferenceNumber Ten = new("ten", 10, 0, "made up");

    [Theory]
    [InlineData(10.9, 0, true)]
    [InlineData(11.1, 0, false)]
    [InlineData(11.1, 0.06, true)] // two standard errors are granted
    [InlineData(8.9, 0, false)]
    [InlineData(double.NaN, 0, false)]
    public void RelativeTolerance_DecidesWithTwoStandardErrors(double found, double error, bool passes) =>
        Assert.Equal(passes, Value(found, error).Within(Ten, 0.1).Excess <= 0);

    [Fact]
    public void AbsoluteTolerance_IsInTheUnitOfTheNumber()
    {
        Assert.True(Value(10.019, 0).Near(Ten, 0.02).Excess <= 0);
        Assert.True(Value(10.021, 0).Near(Ten, 0.02).Excess > 0);
    }

    [Fact]
    public void Entries_AreTheNumberAndItsReferenceWithIntervals()
    {
        FigureEntry[] entries = [.. (Value(11, 0.5) with { Variable = "x" })
            .Against(new ReferenceNumber("ten", 10, 0.25, "made up", 1, 2)).Entry()];
        Assert.Equal(["simulation", "reference"], entries.Select(entry => entry.Method));
        Assert.Equal([11.0, 10.0], entries.Select(entry => entry.Value!.Value));
        Assert.Equal([0.98, 0.49], entries.Select(entry => entry.Error!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(entries, entry => Assert.Equal((1, 2), (entry.Low, entry.High)));
    }

    [Fact]
    public void Checks_AreOnePerMetricDecidedByItsWorstBin()
    {
        ComparedValue[] values =
        [
            Bin(10.2, 0, 1), Bin(12.5, 1, 2), Bin(10, 2, 3),
            Value(3, 0) with { Metric = "reported" }, (Value(10, 0) with { Metric = "good" }).Within(Ten, 0.1),
        ];
        IReadOnlyList<ReportCheck> checks = ComparedChecks.Of(values);
        Assert.Equal([false, true], checks.Select(check => check.Passed));
        Assert.Contains("worst of 3 bins: 1–2", checks[0].Claim, StringComparison.Ordinal);
        Assert.Equal("12.5", checks[0].Found);
        Assert.Equal("10, within 10 %", checks[0].Wanted);
    }

    [Theory]
    [InlineData(20.761, 0.163, "20.76 ± 0.16")]
    [InlineData(0.5, 0, "0.5")]
    [InlineData(1234.5, 12, "1234 ± 12")]
    public void Numbers_HaveTwoDigitsOfTheirError(double value, double error, string text) =>
        Assert.Equal(text, ComparedChecks.Number(value, error));

    private static ComparedValue Bin(double found, double low, double high) =>
        (Value(found, 0) with { Low = low, High = high, Variable = "x" }).Within(Ten, 0.1);

    private static ComparedValue Value(double found, double error) =>
        new() { Metric = "made_up", Found = found, Error = error };
}
