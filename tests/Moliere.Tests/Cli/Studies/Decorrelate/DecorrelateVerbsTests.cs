// covers: DecorrelateExport
using Moliere.Formats.Tables;
using Moliere.Tests.Tagging.Decorrelation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Decorrelate;

/// <summary>What a user does with a trained run: judge it again, export it, look at it.</summary>
public sealed class DecorrelateVerbsTests : IDisposable
{
    private static readonly string[] s_settings =
    [
        "--set", "jets.pt_max=1000", "--set", "trees.rounds=4", "--set", "network.epochs=2", "--set",
        "network.starts=1", "--set", "network.hidden=[8]", "--set", "validation.bootstrap=0", "--set",
        "methods=[d2,css,adaboost,network]",
    ];

    private readonly TempFolder _folder = new();

    public DecorrelateVerbsTests()
    {
        TableFile.Write(_folder.At("jets.table"), ToyBoostedJets.Table(1200, 1));
        ShellRun trained = Shell("train", "decorrelate", "--input", _folder.At("jets.table"), "--out", Models);
        Assert.True(trained.Code == 0, trained.Error);
        Assert.Contains("4 discriminants of 4 methods", trained.Out, StringComparison.Ordinal);
    }

    private string Models => _folder.At("models");

    public void Dispose() => _folder.Dispose();

    // Training and judging apart give the numbers of both in one.
    [Fact]
    public void TrainAndValidate_GiveTheMetricsOfRun()
    {
        ShellRun judged = Shell(
            "validate", "decorrelate", "--input", _folder.At("jets.table"), "--models", Models, "--out",
            _folder.At("judged"));
        Assert.True(judged.Code == 0, judged.Error);
        ShellRun whole = Shell(
            "run", "decorrelate", "--set", $"source.input={_folder.At("jets.table")}", "--out", _folder.At("whole"));
        Assert.True(whole.Code == 0, whole.Error);
        Assert.Equal(
            File.ReadAllText(_folder.At("whole", "metrics.json")),
            File.ReadAllText(_folder.At("judged", "metrics.json")));
    }

    [Fact]
    public void Validation_RefusesAnotherSplitAndMethodsThatAreNotThere()
    {
        string table = _folder.At("jets.table"), target = _folder.At("refused");
        string[] order = ["validate", "decorrelate", "--input", table, "--models", Models, "--out", target];
        Assert.Contains("would hold events of their training", Text(Shell([.. order, "--seed", "7"])));
        Assert.Contains("has no models/tau21.model", Text(Shell([.. order, "--set", "methods=[tau21]"])));
        Assert.Contains("is no table of jets", Text(Shell(
            "validate", "decorrelate", "--input", _folder.At("models", "recipe.yaml"), "--models", Models,
            "--out", target)));
    }

    [Fact]
    public void Networks_TreesAndFormulas_AreExportedOrExplained()
    {
        Assert.Contains("probabilities", Text(Export("network", "n.onnx")));
        Assert.Contains("features -> margin", Text(Export("adaboost", "t.json")));
        Assert.Contains("is a formula of columns", Text(Export("css", "c.json")));
        Assert.Contains("did you mean 'network'?", Text(Export("netwrk", "n2.onnx")));
        ShellRun source = Export("adaboost", "t.py", "--as", "python");
        Assert.True(source.Code == 0, source.Error);
        Assert.Contains("has no trees", Text(Export("network", "n.py", "--as", "python")));
        Assert.Contains("probabilities", Text(ShellRun.Real("inspect", _folder.At("n.onnx"))));
    }

    [Theory]
    [InlineData("network", "Network: network (")]
    [InlineData("adaboost", "Boosted trees: 4 trees")]
    [InlineData("css", "Discriminant of jets, a formula of columns")]
    public void Models_AreDescribed(string method, string first) => Assert.StartsWith(
        first, ShellRun.Real("inspect", _folder.At("models", "models", $"{method}.model")).Out,
        StringComparison.Ordinal);

    [Fact]
    public void Apply_SaysWhatToDoInstead() => Assert.Contains(
        "moliere validate decorrelate",
        Text(ShellRun.Real("apply", Models, _folder.At("jets.table"), "-o", _folder.At("x.root"))));

    private ShellRun Export(string method, string target, params string[] more) =>
        ShellRun.Real(["export", Models, "--method", method, "--out", _folder.At(target), .. more]);

    private static ShellRun Shell(params string[] order) => ShellRun.Real(
        [.. order[..2], .. s_settings, "--threads", "1", .. order[2..]]);

    private static string Text(ShellRun run) => (run.Out + run.Error).ReplaceLineEndings(" ");
}
