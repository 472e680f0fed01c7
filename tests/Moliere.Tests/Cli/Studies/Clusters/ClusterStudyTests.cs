using System.Text.Json.Nodes;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

[Collection(FinishedStudies.Name)]
public sealed class ClusterStudyTests(FinishedStudy finished)
{
    [Fact]
    public void Run_PrintsJsonAloneAndNamesItsFiles()
    {
        Assert.Equal(0, finished.Outcome.Code);
        JsonNode result = JsonNode.Parse(finished.Outcome.Out)!;
        Assert.Equal(("done", finished.Run), ((string)result["status"]!, (string)result["folder"]!));
        string[] stages = [.. result["stages"]!.AsArray().Select(stage => (string)stage!["name"]!)];
        Assert.Contains("simulation and reconstruction", stages);
        Assert.Contains("training mdn", stages);
        Assert.All(result["files"]!.AsArray(), file => Assert.True(File.Exists((string)file!)));
    }

    [Fact]
    public void Run_LeavesEveryResultAndNoScaffolding()
    {
        string[] files = TinyStudy.ResultsIn(finished.Run);
        string[] expected =
        [
            "metrics.json", "models/bnn.model", "models/dnn.model", "models/ensemble.model", "models/lcw.json",
            "models/mdn.model", "recipe.yaml", "tables/clusters.table",
        ];
        Assert.Equal(expected, files.Where(name => !name.StartsWith("figures/", StringComparison.Ordinal)
            && !name.StartsWith("models/learning-curve/", StringComparison.Ordinal)));
        Assert.Equal(2, files.Count(name => name.StartsWith("models/learning-curve/bnn-", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(finished.At("checkpoints")));
        Assert.False(Directory.Exists($"{finished.Run}.partial"));
        Assert.False(File.Exists($"{finished.Run}.lock"));
        Assert.Contains("training mdn: 3 epochs", File.ReadAllText(finished.At("log.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFigure_HasItsNumbers()
    {
        string[] names = [.. Directory.GetFiles(finished.At("figures")).Select(path => Path.GetFileName(path))];
        string[] figures = [.. names.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).Order()];
        Assert.Equal(2 * figures.Length, names.Length);
        Assert.All(figures, name => Assert.Contains(Path.ChangeExtension(name, ".csv"), names));
        string[] wanted = ["linearity_median-E_dep.svg", "resolution-E_dep.svg", "linearity_median-mu.svg", "pulls.svg",
            "loss-mdn.svg", "loss-ensemble.svg", "calibration-curve.svg", "pit.svg", "coverage_68-E_dep.svg",
            "sigma-ratio.svg", "sigma-learning-bnn.svg", "uncertainty-map.svg"];
        Assert.All(wanted, name => Assert.Contains(name, figures));
    }

    [Fact]
    public void Metrics_HaveTheAgreedFields()
    {
        JsonNode metrics = JsonNode.Parse(File.ReadAllText(finished.At("metrics.json")))!;
        JsonObject[] figures = [.. metrics["figures"]!.AsArray().Select(node => node!.AsObject())];
        string[] fields = ["metric", "method", "variable", "low", "high", "value", "error", "entries"];
        Assert.All(figures, figure => Assert.Equal(fields, figure.Select(pair => pair.Key)));
        string[] metricNames = ["linearity_median", "linearity_mode", "resolution", "pull_mean", "pull_width"];
        Assert.All(metricNames, name => Assert.Contains(figures, figure => (string)figure["metric"]! == name));
        string[] methods = [.. figures.Select(figure => (string)figure["method"]!).Distinct()];
        Assert.Equal(["em", "lcw", "dnn", "mdn", "bnn", "ensemble"], methods.Where(name => !name.Contains('/')));
        Assert.Equal(["bnn/mdn", "ensemble/mdn", "ensemble/bnn"], methods.Where(name => name.Contains('/')));
        Assert.Contains(figures, figure => (string?)figure["variable"] == "training_rows");
        Assert.Contains(figures, figure => (string?)figure["variable"] == "layer_Emb2");
        string[] training =
            ["method", "rows", "epochs", "seconds", "rows_per_second", "best_epoch", "validation_loss"];
        Assert.All(metrics["training"]!.AsArray(), entry => Assert.Equal(
            training, entry!.AsObject().Select(pair => pair.Key)));
        Assert.Equal([3, 3, 3, 3], metrics["training"]!.AsArray().Select(entry => (int)entry!["epochs"]!));
    }

    [Fact]
    public void Report_SaysWhatWasRunAndStandsAlone()
    {
        string report = File.ReadAllText(finished.At("report.html"));
        string[] phrases = ["parametrised simulation", "embedded generator: Dijets", "not calibrated by mdn",
            "reconstruction", "training mdn"];
        Assert.All(phrases, phrase => Assert.Contains(phrase, report, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(" src=\"http", report, StringComparison.Ordinal);
        Assert.DoesNotContain(" href=\"http", report, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void TwoThreads_GiveTheSameBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real(
            ["run", "clusters", "--threads", "2", .. TinyStudy.Settings, "--out", folder.At("run")]);
        Assert.Equal(0, run.Code);
        TinyStudy.AssertSameResults(finished.Run, folder.At("run"));
    }

    [Fact]
    public void AnotherSeed_GivesAnotherTableAndKeepsTheFinishedRun()
    {
        string[] again = ["run", "clusters", "--json", .. TinyStudy.Settings, "--out", finished.Run];
        JsonNode reused = JsonNode.Parse(ShellRun.Real(again).Out)!;
        Assert.True((bool)reused["reused"]!);
        ShellRun other = ShellRun.Real([.. again, "--seed", "2"]);
        Assert.Equal(2, other.Code);
        Assert.Contains("holds another run (of another recipe)", other.Error, StringComparison.Ordinal);
        Assert.Contains("--force", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TrainAndValidate_TakeTheFolderOfARun()
    {
        using TempFolder folder = new();
        ShellRun trained = ShellRun.Real(
            ["train", "clusters", "--input", finished.Run, .. TinyStudy.Settings, "--out", folder.At("models")]);
        Assert.Equal((0, ""), (trained.Code, trained.Code == 0 ? "" : trained.Error));
        foreach (string model in (string[])["models/lcw.json", "models/bnn.model", "models/mdn.model"])
        {
            Assert.Equal(
                File.ReadAllBytes(finished.At(model)), File.ReadAllBytes(Path.Combine(folder.At("models"), model)));
        }

        ShellRun validated = ShellRun.Real(["validate", "clusters", "--input", finished.Run, "--models", finished.Run,
            .. TinyStudy.Settings, "--out", folder.At("validation")]);
        Assert.Equal(0, validated.Code);
        JsonNode whole = Figures(finished.At("metrics.json"));
        JsonNode validation = Figures(Path.Combine(folder.At("validation"), "metrics.json"));
        Assert.True(JsonNode.DeepEquals(whole, validation));
        string report = File.ReadAllText(Path.Combine(folder.At("validation"), "report.html"));
        Assert.DoesNotContain("embedded generator: Dijets", report, StringComparison.Ordinal);
        Assert.DoesNotContain("mean number of collisions", report, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenLimit_MakesTheExitCodeOneAndTheReportIsThere()
    {
        using TempFolder folder = new();
        string[] limits = ["--set", "limits=[{metric: linearity_median, method: em, min: 0.5}, "
            + "{metric: resolution, method: mdn, max: 1e6}]"];
        ShellRun validated = ShellRun.Real(["validate", "clusters", "--input", finished.Run, "--models", finished.Run,
            .. TinyStudy.Settings, .. limits, "--out", folder.At("validation")]);

        Assert.Equal(1, validated.Code);
        Assert.Contains("Check failed: limit: linearity_median of em", validated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Check failed: limit: resolution", validated.Error, StringComparison.Ordinal);
        Assert.Contains("broken   limit: linearity_median of em", validated.Out, StringComparison.Ordinal);
        Assert.Contains("kept     limit: resolution of mdn", validated.Out, StringComparison.Ordinal);
        string report = File.ReadAllText(Path.Combine(folder.At("validation"), "report.html"));
        Assert.Contains("limit: linearity_median of em", report, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.At("validation"), "metrics.json")));
    }

    [Fact]
    public void CsvOfSimulate_TrainsAndValidatesWithoutLookUpTables()
    {
        using TempFolder folder = new();
        string[] common = [.. TinyStudy.Settings, "--set", "methods=[em, lcw, mdn]"];
        ShellRun simulated = ShellRun.Real(["simulate", "clusters", .. common, "--out", folder.At("table")]);
        Assert.Equal(0, simulated.Code);
        string csv = Path.Combine(folder.At("table"), "tables", "clusters.csv");
        ShellRun trained = ShellRun.Real(
            ["train", "clusters", "--input", csv, .. common, "--out", folder.At("models")]);
        Assert.Equal(0, trained.Code);
        Assert.Contains("lcw is left out: the table has no cells", trained.Error, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllBytes(finished.At("models/mdn.model")),
            File.ReadAllBytes(Path.Combine(folder.At("models"), "models/mdn.model")));
        ShellRun validated = ShellRun.Real(["validate", "clusters", "--input", csv, "--models", folder.At("models"),
            .. common, "--out", folder.At("validation")]);
        Assert.Equal(0, validated.Code);
        Assert.Contains("lcw is left out", validated.Error, StringComparison.Ordinal);
        JsonArray figures = Figures(Path.Combine(folder.At("validation"), "metrics.json")).AsArray();
        Assert.Equal(["em", "mdn"], figures.Select(figure => (string)figure!["method"]!).Distinct());
    }

    [Fact]
    public void HepMcFile_IsReadOnceAndSimulatedInPasses()
    {
        using TempFolder folder = new();
        string input = folder.Write("events.hepmc", TinyStudy.HepMc(repetitions: 10));
        ShellRun run = ShellRun.Real(
            ["run", "clusters", "--input", input, .. TinyStudy.Smaller, "--out", folder.At("run")]);
        Assert.Equal((0, ""), (run.Code, run.Code == 0 ? "" : run.Error));
        Assert.Contains("20 events, each simulated 2 times", run.Error, StringComparison.Ordinal);
        Table table = TableFile.Read(Path.Combine(folder.At("run"), "tables/clusters.table"));
        Assert.Equal(Enumerable.Range(0, 20).Select(n => (long)n), table.Longs(ClusterColumns.Event).Distinct());
        string report = File.ReadAllText(Path.Combine(folder.At("run"), "report.html"));
        Assert.Contains("events.hepmc", report, StringComparison.Ordinal);
        Assert.Contains("sha256", report, StringComparison.Ordinal);
    }

    private static JsonNode Figures(string path) => JsonNode.Parse(File.ReadAllText(path))!["figures"]!;
}
