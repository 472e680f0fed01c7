using System.Text.Json.Nodes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Regress;

/// <summary>Sets and splits of the literature, three splits of each; docs/regress.md has all twenty.</summary>
[Trait("Speed", "Slow")]
public sealed class PublishedSplitsTests
{
    // The bars are loose: three splits know their mean to 0.3 MPa and 0.15 MW only.
    [SkippableTheory]
    [InlineData("concrete", 8, 150, 6.0, 3.2)]
    [InlineData("power-plant", 4, 15, 4.4, 2.92)]
    public void RepulsiveEnsemble_IsNearThePublishedFigures(string set, int target, int epochs, double rmse, double nll)
    {
        string data = SharedData.PathOrSkip("data", "uci-regression", set, "data.txt");
        string splits = SharedData.PathOrSkip("data", "uci-regression", set, "test_splits.txt");
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real(
            "run", "regress", "--input", data, "--target", FormattableString.Invariant($"c{target}"),
            "--set", $"protocol.splits_file={splits}", "--set", "protocol.repetitions=3",
            "--set", "protocol.validation=0", "--set", "methods=[ensemble]", "--set", "ensemble.members=5",
            "--set", "network.hidden=[50]", "--set", FormattableString.Invariant($"training.epochs={epochs}"),
            "--set", "training.learning_rate=0.01", "--set", "training.batch_size=64", "--set", "training.patience=0",
            "--out", folder.At("run"));
        Assert.True(run.Code == 0, run.Error);
        JsonNode metrics = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!;
        Dictionary<string, double> figures = metrics["figures"]!.AsArray()
            .ToDictionary(figure => (string)figure!["metric"]!, figure => (double)figure!["value"]!);
        Assert.InRange(figures["rmse"], 0, rmse);
        Assert.InRange(figures["nll"], 0, nll);
        Assert.InRange(figures["coverage_95"], 0.82, 1);
    }
}
