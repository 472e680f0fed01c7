// covers: PivotRecipe, PivotStudy
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Moliere.Numerics.Random;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Pivot;

public sealed class PivotStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "toy.lambdas=[0, 50]", "--set", "toy.iterations=2", "--set", "toy.train_rows=600",
        "--set", "toy.test_rows=1000", "--set", "toy.pretrain_classifier=2", "--set", "toy.pretrain_adversary=1",
        "--set", "game.lambdas=[0, 3]", "--set", "game.starts=1", "--set", "game.hidden=[8]",
        "--set", "game.pretrain_classifier=3", "--set", "game.pretrain_adversary=1", "--set", "game.iterations=20",
        "--set", "game.adversary_steps=3", "--set", "source.target=signal", "--set", "source.nuisance=z",
        "--set", "source.features=[a, b, \"a * b\"]",
    ];

    [Fact]
    public void AnyTable_GivesFiguresNumbersAndReport()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, Csv(1500, i => i % 2, i => i / 2 % 2));
        Assert.True(run.Code == 0, run.Error);
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "figures/toy-classifier.svg", "figures/toy-adversary.csv",
            "figures/scores-toy-50.svg", "figures/ams.svg", "figures/ams-lambda.svg", "figures/scores-nominal.svg",
        })
        {
            Assert.True(File.Exists(folder.At("run", file)), file);
        }

        string[] methods = [.. Entries(folder).Select(entry => (string)entry!["method"]!).Distinct()];
        Assert.Equal(["toy-0", "toy-50", "nominal", "lambda-0", "lambda-3"], methods);
        Assert.Contains("toy without adversary", run.Out, StringComparison.Ordinal);
        string picture = File.ReadAllText(folder.At("run", "figures/ams.svg"));
        Assert.Contains("rows.csv", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("parametrised simulation", picture, StringComparison.Ordinal);
        Assert.Contains("orientation only", run.Out, StringComparison.Ordinal);
        string report = Report(folder);
        Assert.Contains("orientation only", report, StringComparison.Ordinal);
        Assert.Contains("nominal has seen rows of the lower value", report, StringComparison.Ordinal);
        Assert.Contains("the schedule is not", report, StringComparison.Ordinal);
        Assert.DoesNotContain("published figure", report, StringComparison.Ordinal);
        string course = File.ReadAllText(folder.At("run", "figures/toy-classifier.svg"));
        Assert.DoesNotContain("published", course, StringComparison.Ordinal);
    }

    [Fact]
    public void RampAndReversal_AreThoseOfTheGame()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder, Csv(600, i => i % 2, i => i / 2 % 2), "--set", "toy.lambdas=[]", "--set", "game.ramp=[1, 5]",
            "--set", "game.mode=reversal");
        Assert.True(run.Code == 0, run.Error);
        JsonArray training = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!["training"]!.AsArray();
        Assert.Equal([2, 2, 4], training.Select(entry => (int)entry!["epochs"]!)); // nominal, 0, and 3 after 1
        Assert.Contains("before them smaller ones of 1, 5", Report(folder), StringComparison.Ordinal);
        Assert.Contains("players move at once", Report(folder), StringComparison.Ordinal);
        string reversed = Entries(folder).ToJsonString();
        ShellRun inTurn = Run(
            folder, Csv(600, i => i % 2, i => i / 2 % 2), "--set", "toy.lambdas=[]", "--set", "game.ramp=[1, 5]",
            "--force");
        Assert.True(inTurn.Code == 0, inTurn.Error);
        Assert.NotEqual(reversed, Entries(folder).ToJsonString());
    }

    [Fact]
    public void NuisanceOfManyValues_HasNoNominalClassifier()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder, Csv(1500, i => i % 2, i => Math.Sin(17.3 * i)), "--set", "toy.lambdas=[]");
        Assert.True(run.Code == 0, run.Error);
        string[] methods = [.. Entries(folder).Select(entry => (string)entry!["method"]!).Distinct()];
        Assert.Equal(["lambda-0", "lambda-3"], methods);
        string report = Report(folder);
        Assert.DoesNotContain("nominal", report, StringComparison.Ordinal);
        Assert.DoesNotContain("published", report, StringComparison.Ordinal);
        Assert.Contains("its median among training rows", report, StringComparison.Ordinal);
        Assert.Contains("left out", report, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingClass_IsSaid() => Refused(
        Csv(300, _ => 1, i => i % 2), "0 of background (target 0)", "expected rows of both classes");

    [Fact]
    public void ControlRegionThatKnowsOneValue_IsSaid() => Refused(
        Csv(300, i => i % 2, _ => 1), "The nuisance is the same in all", "the control region");

    [Fact]
    public void MissingColumn_IsSaidWithTheNearestNames() => Refused(
        "signl,z,a,b\n1,0,1,2\n", "has no column 'signal'", "the nearest names are signl");

    [Theory]
    [InlineData("source.features=[a, signal]", "found the feature 'signal', which is made of the target 'signal'")]
    [InlineData("source.features=[a, \"a + 2 * signal\"]", "found the feature 'a + 2 * signal'")]
    public void TargetAmongFeatures_IsRefused(string setting, string sentence)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, Csv(10, i => i % 2, i => i % 2), "--set", setting);
        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void SharesThatLeaveNothing_AreRefusedByTheirKeys()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder, Csv(10, i => i % 2, i => i % 2), "--set", "game.train=0.8", "--set", "game.validation=0.3");
        Assert.Equal(2, run.Code);
        Assert.Contains(
            "found game.train=0.8 and game.validation=0.3, expected a sum of 0.95 at most",
            run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void TrainingAlone_IsRefusedWithWhatToDo()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder.At("rows.csv"), Csv(10, i => i % 2, i => i % 2));
        ShellRun run = ShellRun.Real(
            "train", "pivot", "--input", folder.At("rows.csv"), "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains(
            "no separate 'train'; it is done by 'moliere run pivot'. It reads a table by its --input.",
            run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void RunOfNothing_IsRefused()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real(
            "run", "pivot", "--set", "toy.lambdas=[]", "--set", "source.events=0", "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains("there is nothing to play", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void GameThatRunsAway_IsSaid()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder, Csv(300, i => i % 2, i => i / 2 % 2), "--set", "toy.lambdas=[]", "--set", "game.lambdas=[1e6]",
            "--set", "game.learning_rate=1e5", "--set", "game.pretrain_classifier=0",
            "--set", "game.pretrain_adversary=0");
        string said = $"{run.Out} {run.Error}".ReplaceLineEndings(" ");
        Assert.Contains("ran away", said, StringComparison.Ordinal);
        Assert.Contains("smaller lambda", said, StringComparison.Ordinal);
        string kept = folder.At("run", "kept", "lambda-1000000-01.checkpoint");
        Assert.Contains($"lie in {kept}", said, StringComparison.Ordinal);
        Assert.True(File.Exists(kept), kept);
    }

    [Theory]
    [InlineData("game.lambdas=[3, 1]", "found game.lambdas=[3, 1], expected rising numbers")]
    [InlineData("game.ramp=[0.5, 0.25]", "found game.ramp=[0.5, 0.25], expected rising numbers")]
    [InlineData("toy.lambdas=[2, 2]", "found toy.lambdas=[2, 2], expected rising numbers")]
    [InlineData("source.selection=''", "source.selection: found no text, expected a condition")]
    [InlineData("source.nuisance=''", "source.nuisance: found no text, expected a number")]
    public void KeyThatIsWrong_IsNamedWithWhatWasFound(string setting, string words)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, Csv(10, i => i % 2, i => i % 2), "--set", setting);
        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static void Refused(string csv, params string[] sentences)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder, csv, "--set", "toy.lambdas=[]");
        Assert.Equal(3, run.Code);
        string said = run.Error.ReplaceLineEndings(" ");
        Assert.All(sentences, sentence => Assert.Contains(sentence, said, StringComparison.Ordinal));
    }

    private static ShellRun Run(TempFolder folder, string csv, params string[] more)
    {
        File.WriteAllText(folder.At("rows.csv"), csv);
        return ShellRun.Real(
            ["run", "pivot", .. Settings, .. more, "--set", $"source.input={folder.At("rows.csv")}", "--threads", "1",
                "--out", folder.At("run")]);
    }

    // Signal is at larger a, and z moves background along b.
    private static string Csv(int rows, Func<int, int> signal, Func<int, double> z)
    {
        var text = new StringBuilder("signal,z,a,b\n");
        for (int i = 0; i < rows; i++)
        {
            var rng = new Rng(5, "rows of a table", (ulong)i);
            double a = rng.NextGaussian() + signal(i), b = rng.NextGaussian() + (signal(i) == 0 ? z(i) : 1);
            text.Append(CultureInfo.InvariantCulture, $"{signal(i)},{z(i):R},{a:R},{b:R}\n");
        }

        return text.ToString();
    }

    private static string Report(TempFolder folder) => File.ReadAllText(folder.At("run", "report.html"));

    private static JsonArray Entries(TempFolder folder) =>
        JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!["figures"]!.AsArray();
}
