using System.Text.Json.Nodes;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

public sealed class JetStudyTests(FinishedJetStudy finished) : IClassFixture<FinishedJetStudy>
{
    [Fact]
    public void Run_LeavesEveryResultAndNoScaffolding()
    {
        TinyJets.AssertDone(finished.Outcome);
        string[] files = [.. TinyStudy.ResultsIn(finished.Run)
            .Where(name => !name.StartsWith("figures/", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "metrics.json", "models/chain.json", "models/deepsets.model", "models/efn.model", "models/mlp.model",
                "recipe.yaml", "tables/jets.table",
            ],
            files);
        Assert.False(Directory.Exists(finished.At("checkpoints")));
    }

    [Fact]
    public void Figures_ShowAllMethodsTogether()
    {
        string[] wanted =
        [
            "jet_closure-pt_true", "jet_closure-pt_true-zoom", "jet_closure-pt_calib-zoom", "jet_resolution-pt_true",
            "jet_resolution-pt_true_central", "linearity_median-pt_true", "resolution-pt_true", "pulls",
            "coverage_68-pt_true", "jet_tail_ratio-pt_true", "loss-deepsets",
        ];
        Assert.All(wanted, id => Assert.True(File.Exists(finished.At($"figures/{id}.svg")), id));
        Assert.All(wanted, id => Assert.True(File.Exists(finished.At($"figures/{id}.csv")), id));
        string resolution = File.ReadAllText(finished.At("figures/jet_resolution-pt_true_central.svg"));
        string[] methods = ["em", "pileup", "mcjes", "eta", "gsc", "mlp", "deepsets", "efn", "ATLAS"];
        Assert.All(methods, method => Assert.Contains(
            $"data-method=\"{method}\"", resolution, StringComparison.Ordinal));
        Assert.Contains("parametrised simulation", resolution, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_HaveTheFiguresOfJets()
    {
        JsonObject[] figures = [.. FiguresOf(finished.Run).AsArray().Select(node => node!.AsObject())];
        string[] metrics = ["jet_closure", "jet_resolution", "jet_tail_ratio", "pull_width", "coverage_68"];
        Assert.All(metrics, name => Assert.Contains(figures, figure => (string)figure["metric"]! == name));
        Assert.Contains(figures, figure => (string)figure["method"]! == "deepsets/gsc"
            && (string)figure["metric"]! == "jet_resolution_ratio" && figure["value"] is not null);
        Assert.Contains(figures, figure => (string?)figure["variable"] == "pt_calib");
    }

    [Fact]
    public void ClosureOfTheNetwork_BringsTheToyToItsTrueMomentum()
    {
        double Closure(string method) => (double)FiguresOf(finished.Run).AsArray().Select(node => node!.AsObject())
            .First(figure => (string)figure["metric"]! == "jet_closure" && (string)figure["method"]! == method
                && (string?)figure["variable"] == "pt_true" && (double?)figure["low"] == 50
                && (double?)figure["high"] == 300)["value"]!;
        Assert.True(Closure("em") < -0.1);
        Assert.InRange(Closure("mlp"), -0.05, 0.05);
    }

    [Fact]
    public void Report_SaysWhatWasRunAndStandsAlone()
    {
        string report = File.ReadAllText(finished.At("report.html"));
        string[] phrases =
        [
            "parametrised simulation", "Gaussian core", "gsc: closure in every bin above 30 GeV",
            "not calibrated by deepsets",
            "jets of the table", "sha256", "truth_isolation &gt; 1",
        ];
        Assert.All(phrases, phrase => Assert.Contains(phrase, report, StringComparison.Ordinal));
        Assert.DoesNotContain(" src=\"http", report, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void TwoThreads_GiveTheSameBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        TinyJets.AssertDone(ShellRun.Real(["run", "jets", "--input", finished.Table, "--threads", "2",
            .. TinyJets.Settings, "--out", folder.At("run")]));
        TinyJets.AssertSameResults(finished.Run, folder.At("run"));
    }

    [Fact]
    public void TrainAndValidate_GiveWhatARunGives()
    {
        using TempFolder folder = new();
        TinyJets.AssertDone(ShellRun.Real(
            ["train", "jets", "--input", finished.Run, .. TinyJets.Settings, "--out", folder.At("models")]));
        foreach (string model in (string[])["models/chain.json", "models/mlp.model", "models/deepsets.model"])
        {
            Assert.Equal(
                File.ReadAllBytes(finished.At(model)), File.ReadAllBytes(Path.Combine(folder.At("models"), model)));
        }

        TinyJets.AssertDone(ShellRun.Real(["validate", "jets", "--input", finished.Run, "--models", folder.At("models"),
            .. TinyJets.Settings, "--out", folder.At("validation")]));
        Assert.True(JsonNode.DeepEquals(FiguresOf(finished.Run), FiguresOf(folder.At("validation"))));
    }

    [Fact]
    public void BrokenLimit_MakesTheExitCodeOne()
    {
        using TempFolder folder = new();
        string[] settings =
        [
            "--set", "methods=[em, mcjes]", "--set",
            "limits=[{metric: jet_closure, method: em, variable: pt_true, low: 50, high: 300, min: -0.01}]",
        ];
        ShellRun run = ShellRun.Real(["validate", "jets", "--input", finished.Run, "--models", finished.Run,
            .. TinyJets.Settings, .. settings, "--out", folder.At("validation")]);
        Assert.Equal(1, run.Code);
        Assert.Contains("Check failed: limit: jet_closure of em", run.Error, StringComparison.Ordinal);
    }

    private static JsonNode FiguresOf(string run) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(run, "metrics.json")))!["figures"]!;
}
