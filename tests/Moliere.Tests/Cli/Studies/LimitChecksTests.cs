using Moliere.Cli.Recipes;
using Moliere.Cli.Studies;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Tests.Cli.Studies;

public class LimitChecksTests
{
    private static readonly FigureEntry[] Figures =
    [
        Entry(null, null, null, 1.02), Entry("E_dep", 1, 2, 1.1), Entry("E_dep", 2, 4, 0.7), Entry("E_dep", 4, 8, null),
        Entry("E_dep", 8, null, 2), Entry("E_dep", 1, 4, 0.95), Entry("mu", 0, 80, 1),
    ];

    [Theory]
    [InlineData(null, null, null, 0.9, 1.1, true, "1.0200 ± 0.0100")]
    [InlineData(null, null, null, null, 1.0, false, "1.0200 ± 0.0100")]
    [InlineData("E_dep", null, null, 0.8, null, false, "0.7000 ± 0.0100, E_dep 2–4")]
    [InlineData("E_dep", 1.0, 4.0, 0.9, 1.0, true, "0.9500 ± 0.0100")] // the bounds of a bin mean that bin
    [InlineData("E_dep", 1.0, 4.5, 0.9, 1.0, false, "0.7000 ± 0.0100, E_dep 2–4")]
    [InlineData("E_dep", 8.0, null, null, 1.5, false, "2.0000 ± 0.0100")]
    [InlineData("E_dep", null, 8.0, null, 1.5, true, "1.1000 ± 0.0100, E_dep 1–2")]
    [InlineData("E_dep", 4.0, 8.0, null, 1.5, false, "no bin with enough entries")]
    [InlineData("N_PV", null, null, null, 1.5, false, "no such figure")]
    public void WorstMatchingBin_Decides(
        string? variable, double? low, double? high, double? min, double? max, bool passed, string found)
    {
        var rule = new LimitRule
        {
            Metric = "pull_width",
            Method = "mdn",
            Variable = variable,
            Low = low,
            High = high,
            Min = min,
            Max = max,
        };
        ReportCheck check = Assert.Single(LimitChecks.Of([rule], Figures));
        Assert.Equal((passed, found), (check.Passed, check.Found));
        Assert.Equal(passed ? 0 : 1, LimitChecks.Broken([check]).Count);
    }

    [Fact]
    public void OtherMethodsAndMetrics_DoNotCount()
    {
        LimitRule rule = new() { Metric = "pull_width", Method = "lcw", Max = 9 };
        Assert.False(LimitChecks.Of([rule], Figures)[0].Passed);
        Assert.False(LimitChecks.Of([rule with { Method = "mdn", Metric = "crps" }], Figures)[0].Passed);
    }

    [Fact]
    public void Lines_SayWhatWasWantedAndFound()
    {
        LimitRule rule = new() { Metric = "pull_width", Method = "mdn", Variable = "E_dep", Low = 1, Max = 0.5 };
        IReadOnlyList<ReportCheck> checks = LimitChecks.Of([rule, rule with { Max = 3 }], Figures);
        Assert.Equal(
            [
                "broken   limit: pull_width of mdn, E_dep from 1: 2.0000 ± 0.0100, E_dep from 8 (at most 0.5)",
                "kept     limit: pull_width of mdn, E_dep from 1: 2.0000 ± 0.0100, E_dep from 8 (at most 3)",
            ],
            LimitChecks.Lines(checks));
    }

    private static FigureEntry Entry(string? variable, double? low, double? high, double? value) => new()
    {
        Metric = "pull_width",
        Method = "mdn",
        Variable = variable,
        Low = low,
        High = high,
        Value = value,
        Error = 0.01,
        Entries = 100,
    };
}
