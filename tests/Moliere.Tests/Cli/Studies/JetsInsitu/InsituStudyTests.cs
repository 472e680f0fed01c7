// covers: InsituRecipe, InsituStudy
using System.Text.Json.Nodes;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Calibration.InSitu;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.JetsInsitu;

public sealed class InsituStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "training.epochs=8", "--set", "training.batch_size=128", "--set", "insitu.epochs=4",
        "--set", "selection.pt_min=1600", "--set", "network.hidden=[16]",
        "--set", "insitu.learning_rate=0.0003", "--set", "insitu.batch_size=1024",
        "--set", "validation.bootstrap=10", "--set", "validation.pt_bins=1",
    ];

    [Fact]
    public void TablesOfJets_GiveFiguresNumbersAndReport()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, 3000, []);
        Assert.True(run.Code == 0, run.Error);
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "models/nll-only.model", "models/insitu.model", "figures/asymmetry.svg",
            "figures/jer_convolved-pt_avg.csv", "figures/shuffled_width-pt_avg.svg", "figures/monitor-asymmetry.svg",
        })
        {
            Assert.True(File.Exists(folder.At("run", file)), file);
        }

        Assert.InRange(Figure(folder, "jer_true", "nll-only")!.Value, 0.02, 0.04);
        Assert.InRange(Figure(folder, "asymmetry_width", "insitu")!.Value, 0.06, 0.11);
        Assert.Equal(0, Figure(folder, "absurd_share", "insitu"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void DataWithoutTruth_IsTunedOnAndMeasured()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, 3000, [], hasTruth: false);
        Assert.True(run.Code == 0, run.Error);
        Assert.Null(Figure(folder, "jer_true", "insitu"));
        Assert.InRange(Figure(folder, "jer_convolved", "insitu")!.Value, 0.01, 0.05);
        Assert.DoesNotContain("true resolution of insitu", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Failures_AreReproducedAndRecognised()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder, 4000,
            ["--set", "insitu.modes=[no_constraint, batch_mean]", "--set", "insitu.mode_learning_rate=0.02"]);
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("reached  monitors recognise no-constraint", run.Out, StringComparison.Ordinal);
        Assert.Contains("reached  monitors recognise batch-mean", run.Out, StringComparison.Ordinal);
        Assert.NotNull(Figure(folder, "shuffled_width", "batch-mean"));
    }

    [Fact]
    public void NaiveMomenta_AreShownAsTheNetworkSaysThem()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, 3000, ["--set", "insitu.modes=[naive]"]);
        Assert.True(run.Code == 0, run.Error);
        Assert.True(Figure(folder, "pt_lowest", "naive") <= 0 || Figure(folder, "absurd_share", "naive") > 0);
        Assert.Contains("reached  monitors recognise naive", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewDijets_AreRefusedWithTheirNumbers()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, 3000, ["--set", "selection.pt_min=2390"]);
        Assert.Equal(3, run.Code);
        Assert.Contains("training events are dijets of the selection", run.Error, StringComparison.Ordinal);
        Assert.Contains("data.source.events", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SimulationWithoutTruth_IsRefused()
    {
        using TempFolder folder = new();
        TableFile.Write(folder.At("data.table"), Jets(500, 2, isData: true, hasTruth: false));
        ShellRun run = ShellRun.Real(
        [
            "run", "jets-insitu", .. Settings, "--set", $"source.input={folder.At("data.table")}",
            "--set", $"data.source.input={folder.At("data.table")}", "--out", folder.At("run"),
        ]);
        Assert.Equal(3, run.Code);
        Assert.Contains("No jet of the simulation (source) has a true momentum", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("selection.pt_min=1700", "slice_pt_min of jets is 1600, expected at most 1530")]
    [InlineData("selection.eta_max=0.8", "slice_eta_max of jets is 0.75, expected at least 0.85")]
    [InlineData("insitu.batch_size=1025", "expected an even number")]
    public void RecipesThatCannotWork_AreRefused(string setting, string words)
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("run", "jets-insitu", "--set", setting, "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVerbs_AreRefused()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("simulate", "jets-insitu", "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains("has no separate 'simulate'", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    [Trait("Speed", "Slow")]
    public void Threads_DoNotChangeBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        ShellRun one = Run(folder, 2500, ["--threads", "1"], name: "one");
        ShellRun two = Run(folder, 2500, ["--threads", "2"], name: "two");
        Assert.True(one.Code == 0, one.Error);
        Assert.True(two.Code == 0, two.Error);
        TinyStudy.AssertSameResults(folder.At("one"), folder.At("two"));
    }

    private static ShellRun Run(
        TempFolder folder, int events, string[] more, bool hasTruth = true, string name = "run")
    {
        TableFile.Write(folder.At("simulation.table"), Jets(events, 1, isData: false, hasTruth: true));
        TableFile.Write(folder.At("data.table"), Jets(events, 2, isData: true, hasTruth));
        return ShellRun.Real(
        [
            "run", "jets-insitu", .. Settings, "--set", $"source.input={folder.At("simulation.table")}",
            "--set", $"data.source.input={folder.At("data.table")}", .. more, "--out", folder.At(name),
        ]);
    }

    private static Table Jets(int events, ulong stream, bool isData, bool hasTruth)
    {
        Table jets = ToyDijets.Make(events, stream, isData, hasTruth);
        return new(
        [
            .. jets.Columns.Select(column => column.Name switch
            {
                "f_tile0" => Share(column, 0.3, 0.06), // observables of the toy are normal, shares lie in [0, 1]
                "f_lar3" => Share(column, 0.15, 0.03),
                _ => column,
            }),
            new FloatColumn("eta_det", "", "seen from the centre", jets.Floats("eta")),
        ]);
    }

    private static Column Share(Column column, double mean, double width)
    {
        var normal = (FloatColumn)column;
        return normal with { Values = [.. normal.Values.Select(v => (float)Math.Clamp(mean + (width * v), 0, 1))] };
    }

    private static double? Figure(TempFolder folder, string metric, string method) =>
        (double?)JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!["figures"]!.AsArray()
            .First(figure => (string?)figure!["variable"] is null && (string)figure["metric"]! == metric
                && (string)figure["method"]! == method)!["value"];
}
