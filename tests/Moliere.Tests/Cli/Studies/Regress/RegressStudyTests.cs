using System.Text.Json.Nodes;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Regress;

public sealed class RegressStudyTests
{
    [Fact]
    public void Run_LeavesEveryResultAndNoScaffolding()
    {
        using TempFolder folder = new();
        ShellRun run = TinyRegression.Run(folder.At("run"));
        Assert.True(run.Code == 0, run.Error);
        string[] files = TinyStudy.ResultsIn(folder.At("run"));
        string[] wanted =
        [
            "metrics.json", "models/bnn-01.model", "models/bnn-02.model", "models/dnn-01.model", "models/mdn-02.model",
            "tables/sample.csv", "tables/splits.csv", "tables/predictions-linear.csv", "figures/pulls.svg",
            "figures/predicted-mdn.svg",
            "models/ensemble-02.model", "figures/calibration-curve.svg", "figures/residuals-x1.csv",
            "figures/loss-bnn.svg",
            "figures/spread-over-truth.svg",
        ];
        Assert.All(wanted, name => Assert.Contains(name, files));
        Assert.False(Directory.Exists(folder.At("run", "checkpoints")));
        string report = File.ReadAllText(folder.At("run", "report.html"));
        Assert.Contains("median of predicted over true spread", report, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=\"http", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_HaveTheAgreedFieldsWithErrorsOverSplits()
    {
        using TempFolder folder = new();
        Assert.Equal(0, TinyRegression.Run(folder.At("run"), "--set", "methods=[linear, mdn]").Code);
        JsonNode metrics = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!;
        JsonObject[] figures = [.. metrics["figures"]!.AsArray().Select(node => node!.AsObject())];
        string[] fields = ["metric", "method", "variable", "low", "high", "value", "error", "entries"];
        Assert.All(figures, figure => Assert.Equal(fields, figure.Select(pair => pair.Key)));
        Assert.All(figures, figure => Assert.Equal((60, null), ((int)figure["entries"]!, figure["variable"])));
        string[] lines = File.ReadAllLines(folder.At("run", "tables", "splits.csv"));
        double[] rmse = [.. lines.Skip(1).Where(line => line.StartsWith("mdn", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture))];
        JsonObject mean = figures.Single(f => (string)f["metric"]! == "rmse" && (string)f["method"]! == "mdn");
        Assert.Equal(rmse.Average(), (double)mean["value"]!, 1e-12);
        Assert.Equal(Math.Abs(rmse[0] - rmse[1]) / 2, (double)mean["error"]!, 1e-12);
        Assert.Equal(["mdn-01", "mdn-02"], metrics["training"]!.AsArray().Select(entry => (string)entry!["method"]!));
    }

    [SkippableFact]
    public void Threads_DoNotChangeBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        Assert.Equal(0, TinyRegression.Run(folder.At("one"), "--threads", "1").Code);
        Assert.Equal(0, TinyRegression.Run(folder.At("two"), "--threads", "2").Code);
        TinyStudy.AssertSameResults(folder.At("one"), folder.At("two"));
    }

    [Fact]
    public void UnfinishedRun_KeepsWhatIsDoneAndEndsWithTheSameBytes()
    {
        using TempFolder folder = new();
        string[] settings = ["--set", "methods=[linear, mdn]"];
        Assert.Equal(0, TinyRegression.Run(folder.At("whole"), settings).Code);
        Assert.Equal(0, TinyRegression.Run(folder.At("run"), settings).Code);
        Directory.Move(folder.At("run"), folder.At("run.partial"));
        string kept = folder.At("run.partial", "models", "mdn-01.model");
        DateTime written = File.GetLastWriteTimeUtc(kept);
        File.Delete(folder.At("run.partial", "models", "mdn-02.model"));
        File.Delete(folder.At("run.partial", "metrics.json"));
        ShellRun resumed = TinyRegression.Run(folder.At("run"), settings);
        Assert.Contains("Continues the unfinished run", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.At("run", "models", "mdn-01.model")));
        TinyStudy.AssertSameResults(folder.At("whole"), folder.At("run"));
    }

    [Fact]
    public void OwnTable_IsReadWithTargetAndFeaturesOfTheCommandLine()
    {
        using TempFolder folder = new();
        string input = folder.Write("data.csv", TinyRegression.Csv(120));
        ShellRun run = TinyRegression.Run(
            folder.At("run"), "--input", input, "--target", "the target", "--features", "a, max(a, b), b",
            "--set", "methods=[linear, mdn]", "--set", "weight=w", "--set", "selection=a > -0.99");
        Assert.True(run.Code == 0, run.Error);
        string recipe = File.ReadAllText(folder.At("run", "recipe.yaml"));
        Assert.Contains("features: [a, \"max(a, b)\", b]", recipe, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("run", "figures", "residuals-max_a__b_.svg")));
        Assert.False(File.Exists(folder.At("run", "tables", "sample.csv")));
    }

    [Fact]
    public void ConstantFeature_IsDroppedWithAWord()
    {
        using TempFolder folder = new();
        string input = folder.Write("data.csv", TinyRegression.Csv(120));
        ShellRun run = TinyRegression.Run(
            folder.At("run"), "--input", input, "--target", "the_target", "--set", "methods=[linear]");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("'constant' is the same in all rows and is dropped", run.Error, StringComparison.Ordinal);
        Assert.Contains("120 rows, 2 features", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void SplitsFile_DecidesTheTestParts()
    {
        using TempFolder folder = new();
        string input = folder.Write("data.csv", TinyRegression.Csv(60));
        string splits = folder.Write("splits.txt", "5 3 1\n50 40 30 20\n");
        ShellRun run = TinyRegression.Run(
            folder.At("run"), "--input", input, "--target", "the_target", "--set", "methods=[linear]",
            "--set", "protocol.repetitions=auto", "--set", $"protocol.splits_file={splits}");
        Assert.True(run.Code == 0, run.Error);
        string[] rows = [.. File.ReadAllLines(folder.At("run", "tables", "predictions-linear.csv")).Skip(1)
            .Select(line => string.Join(' ', line.Split(',')[..2]))];
        Assert.Equal(["1 1", "1 3", "1 5", "2 20", "2 30", "2 40", "2 50"], rows);
        string provenance = File.ReadAllText(folder.At("run", "provenance.json"));
        Assert.Contains("splits.txt", provenance, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenLimit_MakesTheExitCodeOneAndKeepsTheReport()
    {
        using TempFolder folder = new();
        ShellRun run = TinyRegression.Run(
            folder.At("run"), "--set", "methods=[linear]",
            "--set", "limits=[{metric: rmse, method: linear, max: 0.1}]");
        Assert.Equal(1, run.Code);
        Assert.Contains("rmse of linear", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("run", "report.html")));
    }

    [Fact]
    public void DivergingTraining_IsToldInOneSentence()
    {
        using TempFolder folder = new();
        ShellRun run = TinyRegression.Run(
            folder.At("run"), "--set", "methods=[dnn]", "--set", "training.learning_rate=10",
            "--set", "training.clip_norm=0", "--set", "training.epochs=300", "--set", "network.hidden=[64, 64, 64, 64]",
            "--set", "training.patience=0", "--set", "training.schedule=constant");
        bool isKept = run.Code == 0;
        Assert.True(isKept || (run.Code == 2 && run.Error.Contains("diverged in its first epoch")), run.Error);
        Assert.Equal(isKept, File.Exists(folder.At("run", "metrics.json")));
    }
}
