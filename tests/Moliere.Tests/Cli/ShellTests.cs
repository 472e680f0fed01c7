// covers: ErrorReport, StudyLauncher, Inspector, RunInspection
using System.Text.Json.Nodes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli;

public class ShellTests
{
    [Theory]
    [InlineData("root", "--help")]
    [InlineData("run", "run", "--help")]
    [InlineData("simulate", "simulate", "--help")]
    [InlineData("train", "train", "--help")]
    [InlineData("validate", "validate", "--help")]
    [InlineData("export", "export", "--help")]
    [InlineData("inspect", "inspect", "--help")]
    [InlineData("init", "init", "--help")]
    [InlineData("schema", "schema", "--help")]
    [InlineData("completion", "completion", "--help")]
    public void Help_ReadsAsAgreed(string golden, params string[] arguments)
    {
        ShellRun run = ShellRun.Of(new FakeStudy(), arguments);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.AssertMatches($"cli/help-{golden}.txt", run.Out);
    }

    [Theory]
    [InlineData("no-verb")]
    [InlineData("unknown-verb", "rnu", "clusters")]
    [InlineData("unknown-option", "run", "clusters", "--theads", "2")]
    [InlineData("missing-recipe", "run")]
    [InlineData("unknown-recipe", "run", "cluster")]
    [InlineData("threads", "run", "clusters", "--threads", "0")]
    [InlineData("seed", "run", "clusters", "--seed", "x")]
    [InlineData("unknown-key", "run", "clusters", "--set", "trainng.epochs=3")]
    [InlineData("wrong-type", "run", "clusters", "--set", "training.epochs=many")]
    [InlineData("missing-table", "train", "clusters")]
    [InlineData("unknown-shipped", "init", "cluster")]
    public void UsageError_IsOneSentenceOnErrorAndCode2(string golden, params string[] arguments)
    {
        ShellRun run = ShellRun.Of(new FakeStudy(), arguments);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Golden.AssertMatches($"cli/error-{golden}.txt", run.Error);
    }

    [Fact]
    public void Run_WritesACompleteFolderAndReusesIt()
    {
        using TempFolder temporary = new();
        FakeStudy study = new();
        string path = temporary.At("run");
        string[] arguments = ["run", "clusters", "--quick", "--seed", "5", "--set", "source.events=7", "--out", path];
        ShellRun run = ShellRun.Of(study, arguments);
        Assert.Equal((0, $"2 clusters\nResults: {path}\n"), (run.Code, run.Out));
        var recipe = (ClusterRecipe)study.Requests[0].Recipe;
        Assert.Equal((5UL, 7, 60), (recipe.Seed, recipe.Source.Events, recipe.Training.Epochs));
        string log = File.ReadAllText(Path.Combine(path, "log.txt"));
        Assert.Contains("simulation: 7 events", log, StringComparison.Ordinal);
        Assert.Contains("events: 7\n", File.ReadAllText(Path.Combine(path, "recipe.yaml")), StringComparison.Ordinal);
        ShellRun again = ShellRun.Of(study, arguments);
        Assert.Equal((0, 1), (again.Code, study.Requests.Count));
        Assert.StartsWith("Done before", again.Out, StringComparison.Ordinal);
        ShellRun other = ShellRun.Of(study, [.. arguments, "--seed=6"]);
        Assert.Equal(2, other.Code);
    }

    [Fact]
    public void ResolvedRecipe_GivesTheSameRun()
    {
        using TempFolder temporary = new();
        FakeStudy study = new();
        ShellRun.Of(study, "run", "clusters", "--quick", "--out", temporary.At("run"));
        string resolved = Path.Combine(temporary.At("run"), "recipe.yaml");
        ShellRun run = ShellRun.Of(study, "run", resolved, "--out", temporary.At("run"));
        Assert.StartsWith("Done before", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void InterruptedRun_ContinuesWithWhatWasDone()
    {
        using TempFolder temporary = new();
        FakeStudy study = new() { Failure = new OperationCanceledException() };
        string[] arguments = ["run", "clusters", "--out", temporary.At("run")];
        ShellRun stopped = ShellRun.Of(study, arguments);
        Assert.Equal(130, stopped.Code);
        Assert.Contains("the same command continues", stopped.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(temporary.At("run")));
        study.Failure = null;
        ShellRun resumed = ShellRun.Of(study, arguments);
        Assert.Equal((0, 1), (resumed.Code, study.TablesMade));
        Assert.Contains("Continues the unfinished run", resumed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(InvalidDataException), 3, "moliere: broken")]
    [InlineData(typeof(FileNotFoundException), 3, "moliere: broken")]
    [InlineData(typeof(IOException), 4, "moliere: broken. Check the space")]
    [InlineData(typeof(UnauthorizedAccessException), 4, "moliere: broken. Check the permissions")]
    [InlineData(typeof(InvalidOperationException), 4, "moliere: Internal error: InvalidOperationException: broken.")]
    public void FailingStudy_HasItsCodeAndLeavesEarlierResults(Type type, int code, string sentence)
    {
        using TempFolder temporary = new();
        FakeStudy study = new();
        string path = temporary.At("run");
        Assert.Equal(0, ShellRun.Of(study, "run", "clusters", "--out", path).Code);
        study.Failure = (Exception)Activator.CreateInstance(type, "broken")!;
        ShellRun failed = ShellRun.Of(study, "run", "clusters", "--seed", "2", "--force", "--out", path);
        Assert.Equal(code, failed.Code);
        Assert.Contains(sentence, failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failed.Error, StringComparison.Ordinal);
        Assert.Equal("{\"seed\": 1}\n", File.ReadAllText(Path.Combine(path, "metrics.json")));
    }

    [Fact]
    public void FailedCheck_GivesCode1EachTime()
    {
        using TempFolder temporary = new();
        FakeStudy study = new() { FailedChecks = ["closure is 9 %, expected below 2 %"] };
        foreach (string _ in new[] { "first", "reused" })
        {
            ShellRun run = ShellRun.Of(study, "run", "clusters", "--out", temporary.At("run"));
            Assert.Equal(1, run.Code);
            Assert.Contains("Check failed: closure is 9 %", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_IsAloneOnOutput()
    {
        using TempFolder temporary = new();
        ShellRun run = ShellRun.Of(new FakeStudy(), "run", "clusters", "--json", "--out", temporary.At("run"));
        JsonNode result = JsonNode.Parse(run.Out)!;
        Assert.Equal(("done", temporary.At("run")), ((string)result["status"]!, (string)result["folder"]!));
        Assert.Equal("simulation", (string)result["stages"]![0]!["name"]!);
        ShellRun failed = ShellRun.Of(new FakeStudy(), "run", "nothing", "--json");
        Assert.Equal(2, (int)JsonNode.Parse(failed.Out)!["exit_code"]!);
    }

    [Fact]
    public void Verbs_PassTheirInputsWithHashes()
    {
        using TempFolder temporary = new();
        FakeStudy study = new();
        string table = temporary.Write("table.csv", "x");
        ShellRun.Of(study, "simulate", "clusters", "--input", table, "--out", temporary.At("a"));
        ShellRun.Of(study, "train", "clusters", "--input", table, "--out", temporary.At("b"));
        ShellRun.Of(
            study, "validate", "clusters", "--input", table, "--models", temporary.At("b"), "--out", temporary.At("c"));
        Assert.Equal(
            [StudyVerb.Simulate, StudyVerb.Train, StudyVerb.Validate], study.Requests.Select(request => request.Verb));
        Assert.Equal([1, 1, 2], study.Requests.Select(request => request.Inputs.Count));
        Assert.Equal(table, ((ClusterRecipe)study.Requests[0].Recipe).Source.Input);
        Assert.Equal((table, temporary.At("b")), (study.Requests[2].Table, study.Requests[2].Models));
        string nowhere = temporary.At("no");
        ShellRun missing = ShellRun.Of(study, "train", "clusters", "--input", nowhere, "--out", temporary.At("d"));
        Assert.Equal(3, missing.Code);
        Assert.Contains("does not exist", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_WritesARecipeThatInspectAccepts()
    {
        using TempFolder temporary = new();
        string path = temporary.At("my.yaml");
        Assert.Equal(0, ShellRun.Of(new FakeStudy(), "init", "clusters", "--out", path).Code);
        Assert.Equal(2, ShellRun.Of(new FakeStudy(), "init", "clusters", "--out", path).Code);
        ShellRun inspected = ShellRun.Of(new FakeStudy(), "inspect", path);
        Assert.StartsWith("Recipe of the study 'clusters', valid.", inspected.Out, StringComparison.Ordinal);
        Assert.Equal(3, ShellRun.Of(new FakeStudy(), "inspect", temporary.At("nothing")).Code);
    }

    [Fact]
    public void Inspect_DescribesARunFolder()
    {
        using TempFolder temporary = new();
        ShellRun.Of(new FakeStudy(), "run", "clusters", "--out", temporary.At("run"));
        ShellRun inspected = ShellRun.Of(new FakeStudy(), "inspect", temporary.At("run"));
        Assert.StartsWith("Run folder: run clusters, finished ", inspected.Out, StringComparison.Ordinal);
        Assert.Contains("File: tables/clusters.csv (9 B)", inspected.Out, StringComparison.Ordinal);
        Assert.Equal(3, ShellRun.Of(new FakeStudy(), "inspect", temporary.FullName).Code);
    }

    [Fact]
    public void Completion_SuggestsVerbsAndRecipes()
    {
        Assert.Contains("simulate", ShellRun.Of(new FakeStudy(), "[suggest:1]", "s").Out, StringComparison.Ordinal);
        Assert.Contains("complete ", ShellRun.Of(new FakeStudy(), "completion", "bash").Out, StringComparison.Ordinal);
    }
}
