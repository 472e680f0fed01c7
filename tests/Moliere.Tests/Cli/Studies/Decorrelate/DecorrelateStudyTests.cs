// covers: DecorrelateRecipe, DecorrelateStudy
using System.Text.Json.Nodes;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Tagging.Decorrelation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Decorrelate;

public sealed class DecorrelateStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "jets.pt_max=1000", "--set", "percentile.cells=3", "--set", "trees.rounds=4",
        "--set", "trees.strengths=[1]", "--set", "network.epochs=2", "--set", "network.starts=2",
        "--set", "network.lambdas=[10]", "--set", "network.hidden=[8]", "--set", "adversary.epochs=1",
        "--set", "adversary.lambdas=[5]", "--set", "adversary.pretraining=1", "--set", "validation.bootstrap=10",
    ];

    [Fact]
    public void Run_GivesFiguresNumbersReportAndModels()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, ToyBoostedJets.Table(2400, 1), "run", "1");
        Assert.True(run.Code == 0, run.Error);
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "figures/tradeoff.svg", "figures/sculpting-trained.svg", "figures/roc.csv",
            "figures/price.svg", "models/ddt.model", "models/uboost-1.model", "models/adversary-5-start2.model",
        })
        {
            Assert.True(File.Exists(folder.At("run", file)), file);
        }

        JsonArray figures = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!["figures"]!.AsArray();
        double Area(string method) => figures.Single(entry => (string)entry!["metric"]! == "auc"
            && (string)entry["method"]! == method && entry["variable"] is null)!["value"]!.GetValue<double>();
        Assert.True(Area("ddt") > Area("tau21"), "the toy's tau21 falls with the mass, which hides the bosons");
        string[] networks = [.. figures.Where(entry => (string)entry!["metric"]! == "fresh_adversary_information")
            .Select(entry => (string)entry!["method"]!)];
        Assert.Equal(["network", "disco-10", "adversary-5"], networks);
        Assert.Contains("1/JSD of ddt over that of tau21", run.Out, StringComparison.Ordinal);
        Assert.Contains("fresh adversary reads from adversary-5", run.Out, StringComparison.Ordinal);
        Assert.Contains("orientation only", run.Out, StringComparison.Ordinal);
        string report = File.ReadAllText(folder.At("run", "report.html"));
        Assert.Contains("orientation only", report, StringComparison.Ordinal);
        Assert.DoesNotContain("rows / s", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_ChangeNoByteOfTheMetrics()
    {
        using TempFolder folder = new();
        Table jets = ToyBoostedJets.Table(1200, 2);
        Run(folder, jets, "one", "1");
        Run(folder, jets, "two", "2");
        Assert.Equal(
            File.ReadAllBytes(folder.At("one", "metrics.json")), File.ReadAllBytes(folder.At("two", "metrics.json")));
    }

    [Fact]
    public void TablesThatCannotWork_AreExplained()
    {
        Table jets = ToyBoostedJets.Table(400, 3);
        Refused(jets.Select([.. Enumerable.Range(0, 200).Select(i => 2 * i)]), "Found 200 jets of bosons");
        Refused(With(jets, BoostedJetColumns.Mass, 80), "have the mass 80 GeV");
        Refused(With(jets, BoostedJetColumns.Mass, 20), "None of 400 jets is selected");
        Refused(With(jets, BoostedJetColumns.D2, float.NaN), "Found 0 jets of bosons");
        Refused(
            new([.. jets.Columns.Where(column => column.Name != BoostedJetColumns.IsSignal)]),
            "no column 'is_signal'");
    }

    [Fact]
    public void ARampThatDoesNotRise_IsRefused()
    {
        ShellRun run = ShellRun.Real("run", "decorrelate", "--set", "adversary.ramp=[0.5,2]");
        Assert.NotEqual(0, run.Code);
        Assert.Contains("found 0.5, 2, 1, 3, 10, 30, 100, expected rising", run.Error.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    private static Table With(Table jets, string name, float value) => new([.. jets.Columns.Select(column =>
        column.Name != name ? column : new FloatColumn(name, "", "", [.. Enumerable.Repeat(value, jets.RowCount)]))]);

    private static void Refused(Table jets, string sentence)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, jets, "run", "1");
        Assert.NotEqual(0, run.Code);
        Assert.Contains(sentence, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static ShellRun Run(TempFolder folder, Table jets, string name, string threads)
    {
        string table = folder.At("jets.table");
        TableFile.Write(table, jets);
        return ShellRun.Real(
            ["run", "decorrelate", .. Settings, "--set", $"source.input={table}", "--threads", threads,
                "--out", folder.At(name)]);
    }
}
