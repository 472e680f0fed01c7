// covers: InfernoRecipe, InfernoStudy
using System.Text.Json.Nodes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Inferno;

public sealed class InfernoStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "benchmarks=[B0, B2]", "--set", "sample.training=2000", "--set", "sample.validation=1000",
        "--set", "sample.test=3000", "--set", "training.epochs=3", "--set", "training.batch_events=200",
        "--set", "summary.hidden=[12]", "--set", "training.learning_rate=0.01",
    ];

    [Fact]
    public void Run_GivesFiguresNumbersAndReport()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, "run", "1");
        Assert.True(run.Code == 0, run.Error);
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "models/cross-entropy.model", "models/inferno-B2.model",
            "figures/uncertainty.svg", "figures/profile.csv", "figures/plane-inferno.svg", "figures/training.svg",
        })
        {
            Assert.True(File.Exists(folder.At("run", file)), file);
        }

        Assert.InRange(Figure(folder, "optimal-classifier", 2), 24.7, 25);
        Assert.InRange(Figure(folder, "optimal-classifier-measured", 0), 14.6, 15.4);
        Assert.InRange(Figure(folder, "likelihood", 0), 14.6, 14.8);
        Assert.InRange(Figure(folder, "inferno", 2), 15.6, 30);
        Assert.Contains("inferno, B2", run.Out, StringComparison.Ordinal);
        Assert.Contains("orientation only", run.Out, StringComparison.Ordinal);
        string report = Report(folder);
        Assert.Contains("orientation only", report, StringComparison.Ordinal);
        Assert.Contains("published: inferno", report, StringComparison.Ordinal);
        Assert.Contains("here layers have 12 units", report, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherBins_AreNotComparedWithThePublishedTen()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, "run", "1", "--set", "summary.bins=6");
        Assert.True(run.Code == 0, run.Error);
        const string reason = "those of 10 bins, this run has 6";
        Assert.Contains(reason, run.Out, StringComparison.Ordinal);
        Assert.Contains("likelihood, B2", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("inferno, B2", run.Out, StringComparison.Ordinal);
        Assert.Contains(reason, Report(folder), StringComparison.Ordinal);
        Assert.DoesNotContain("published: inferno", Report(folder), StringComparison.Ordinal);
        Assert.DoesNotContain("published inferno", Report(folder), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "over_published", File.ReadAllText(folder.At("run", "metrics.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_ChangeNoByteOfTheMetrics()
    {
        using TempFolder folder = new();
        Run(folder, "one", "1");
        Run(folder, "two", "2");
        Assert.Equal(
            File.ReadAllBytes(folder.At("one", "metrics.json")), File.ReadAllBytes(folder.At("two", "metrics.json")));
    }

    [Theory]
    [InlineData("benchmarks=[B0, B7]", "expected some of B0, B1, B2, B3, B4")]
    [InlineData("training.batch_events=5000", "at most the 2000 events")]
    [InlineData("training.learning_rate=1e6", "use smaller steps")]
    public void SettingsThatCannotWork_AreExplained(string setting, string sentence)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, "run", "1", "--set", setting, "--set", "summary.hidden=[12, 12]");
        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVerbs_AreRefused()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("simulate", "inferno", "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains("no separate 'simulate'", run.Error, StringComparison.Ordinal);
    }

    private static ShellRun Run(TempFolder folder, string name, string threads, params string[] more) => ShellRun.Real(
        ["run", "inferno", .. Settings, .. more, "--threads", threads, "--out", folder.At(name)]);

    private static string Report(TempFolder folder) => File.ReadAllText(folder.At("run", "report.html"));

    private static double Figure(TempFolder folder, string method, int benchmark)
    {
        JsonArray figures = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!["figures"]!.AsArray();
        return figures.Single(entry => (string)entry!["metric"]! == "signal_uncertainty"
            && (string)entry["method"]! == method && (double)entry["low"]! == benchmark)!["value"]!.GetValue<double>();
    }
}
