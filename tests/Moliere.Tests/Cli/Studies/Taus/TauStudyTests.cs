using System.Text.Json.Nodes;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

public sealed class TauStudyTests(FinishedTauStudy finished) : IClassFixture<FinishedTauStudy>
{
    [Fact]
    public void Run_LeavesEveryResultAndNoScaffolding()
    {
        TinyTaus.AssertDone(finished.Outcome);
        string[] files = [.. TinyStudy.ResultsIn(finished.Run)
            .Where(name => !name.StartsWith("figures/", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "metrics.json", "models/brt.json", "models/mdn.model", "models/scales.json", "recipe.yaml",
                "tables/taus.table",
            ],
            files);
        Assert.False(Directory.Exists(finished.At("checkpoints")));
    }

    [Fact]
    public void Figures_ShowAllMethodsTogether()
    {
        string[] wanted =
        [
            "lineshape-all", "lineshape-mode-1p0n", "tau_scale-pt_true-zoom", "tau_resolution_68-pt_true",
            "tau_resolution_95-pt_true", "tau_resolution_68-eta", "tau_resolution_68-mu",
            "tau_resolution_68_ratio-pt_true-combined", "tau_resolution_68_ratio-pt_true-brt", "decay-modes",
            "lineshape-classes-mdn", "lineshape-literal-mdn", "tau_half_ratio-pt_true", "pulls", "importance",
            "loss-mdn", "loss-brt",
        ];
        Assert.All(wanted, id => Assert.True(File.Exists(finished.At($"figures/{id}.svg")), id));
        Assert.All(wanted, id => Assert.True(File.Exists(finished.At($"figures/{id}.csv")), id));
        string resolution = File.ReadAllText(finished.At("figures/tau_resolution_68-pt_true.svg"));
        Assert.All((string[])["lc", "calorimeter", "combined", "brt", "mdn"], method => Assert.Contains(
            $"data-method=\"{method}\"", resolution, StringComparison.Ordinal));
    }

    [Fact]
    public void Scales_ImproveOnTheClustersOfTheToy()
    {
        JsonObject[] figures = [.. FiguresOf(finished.Run).AsArray().Select(node => node!.AsObject())];
        double Of(string metric, string method) => (double)figures.First(figure =>
            (string)figure["metric"]! == metric && (string)figure["method"]! == method
            && (string?)figure["variable"] == "pt_true" && (double?)figure["low"] == 20
            && (double?)figure["high"] == 60)["value"]!;
        Assert.True(Of("tau_scale", "lc") < -0.03);
        Assert.InRange(Of("tau_scale", "combined"), -0.02, 0.02);
        Assert.True(Of("tau_resolution_68", "combined") < 0.7 * Of("tau_resolution_68", "calorimeter"));
        Assert.True(Of("tau_resolution_68_ratio", "brt/combined") < 1);
    }

    [Fact]
    public void Report_SaysWhatWasRunAndStandsAlone()
    {
        string report = File.ReadAllText(finished.At("report.html"));
        string[] phrases =
        [
            "parametrised simulation", "brt: scale in every bin above 20 GeV", "resolution brt / combined in every bin",
            "not calibrated by mdn", "taus of the table", "sha256", "the table has none; taus are dealt by event",
        ];
        Assert.All(phrases, phrase => Assert.Contains(phrase, report, StringComparison.Ordinal));
        Assert.DoesNotContain(" src=\"http", report, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void TwoThreads_GiveTheSameBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        TinyTaus.AssertDone(ShellRun.Real(["run", "taus", "--input", finished.Table, "--threads", "2",
            .. TinyTaus.Settings, "--out", folder.At("run")]));
        TinyStudy.AssertSameResults(finished.Run, folder.At("run"));
    }

    [Fact]
    public void TrainAndValidate_GiveWhatARunGives()
    {
        using TempFolder folder = new();
        TinyTaus.AssertDone(ShellRun.Real(
            ["train", "taus", "--input", finished.Run, .. TinyTaus.Settings, "--out", folder.At("models")]));
        foreach (string model in (string[])["models/scales.json", "models/brt.json", "models/mdn.model"])
        {
            Assert.Equal(
                File.ReadAllBytes(finished.At(model)), File.ReadAllBytes(Path.Combine(folder.At("models"), model)));
        }

        TinyTaus.AssertDone(ShellRun.Real(["validate", "taus", "--input", finished.Run, "--models",
            folder.At("models"), .. TinyTaus.Settings, "--out", folder.At("validation")]));
        Assert.True(JsonNode.DeepEquals(FiguresOf(finished.Run), FiguresOf(folder.At("validation"))));
    }

    [Fact]
    public void BrokenLimit_MakesTheExitCodeOne()
    {
        using TempFolder folder = new();
        string[] settings =
        [
            "--set", "methods=[lc]", "--set",
            "limits=[{metric: tau_scale, method: lc, variable: pt_true, low: 20, high: 60, min: -0.01}]",
        ];
        ShellRun run = ShellRun.Real(["validate", "taus", "--input", finished.Run, "--models", finished.Run,
            .. TinyTaus.Settings, .. settings, "--out", folder.At("validation")]);
        Assert.Equal(1, run.Code);
        Assert.Contains("Check failed: limit: tau_scale of lc", run.Error, StringComparison.Ordinal);
    }

    private static JsonNode FiguresOf(string run) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(run, "metrics.json")))!["figures"]!;
}
