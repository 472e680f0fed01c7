// covers: SimulationRecipe, EventsSection, SimulationTopic, SimulationReport
using System.Text.Json.Nodes;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Cli.Studies.Simulation;

public sealed class SimulationStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "events.electron_positron=20", "--set", "events.dijets=12", "--set", "events.minimum_bias=30",
        "--set", "events.ditau=30", "--set", "events.particles=4", "--set", "events.collisions=2",
        "--set", "events.mu=[0, 5]", "--set", "pileup.library=6", "--set", "pileup.mean_mu=5",
    ];

    [Fact]
    public void Generator_LeavesFiguresNumbersAndReport()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder.At("run"), "--set", "topics=[electron_positron, jets, minimum_bias, taus]");
        Assert.True(run.Code == 0, run.Error);
        AssertHas(
            folder.At("run"), "metrics.json", "figures/ee-thrust.svg", "figures/jets-quark-girth.csv",
            "figures/minbias-pt.svg", "figures/tau-pion-share.svg");
        string report = File.ReadAllText(folder.At("run", "report.html"));
        Assert.Contains("ee_charged_multiplicity_mean", report, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void AllTopics_GiveEveryMetric()
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder.At("run"));
        Assert.True(run.Code == 0, run.Error);
        AssertHas(
            folder.At("run"), "figures/pion-response.svg", "figures/muon-deposit.svg", "figures/cluster-count.svg");
        JsonNode metrics = JsonNode.Parse(File.ReadAllText(folder.At("run", "metrics.json")))!;
        string[] names = [.. metrics["figures"]!.AsArray().Select(figure => (string)figure!["metric"]!)];
        Assert.Equal(SimulationMetric.All.Order(), names.Distinct().Order());
    }

    [SkippableFact]
    public void Threads_DoNotChangeBytes()
    {
        Skip.If(Environment.ProcessorCount < 2, "one processor, so two threads are refused");
        using TempFolder folder = new();
        string[] topics = ["--set", "topics=[electron_positron, jets, minimum_bias, taus]"];
        Assert.Equal(0, Run(folder.At("one"), [.. topics, "--threads", "1"]).Code);
        Assert.Equal(0, Run(folder.At("two"), [.. topics, "--threads", "2"]).Code);
        TinyStudy.AssertSameResults(folder.At("one"), folder.At("two"));
    }

    [Fact]
    public void BrokenLimit_MakesTheExitCode()
    {
        using TempFolder folder = new();
        ShellRun run = Run(
            folder.At("run"), "--set", "topics=[minimum_bias]",
            "--set", "limits=[{metric: minbias_charged_pt_mean, method: simulation, max: 0.01}]");
        Assert.Equal(1, run.Code);
        Assert.Contains("minbias_charged_pt_mean of simulation", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topics=[]", "found no topic")]
    [InlineData("events.mu=[5, 5]", "expected rising numbers")]
    [InlineData("events.dijets=0", "dijets")]
    public void ImpossibleRecipes_AreRefused(string setting, string phrase)
    {
        using TempFolder folder = new();
        ShellRun run = Run(folder.At("run"), "--set", setting);
        Assert.Equal(2, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVerbs_AreRefused()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("simulate", "simulation", "--out", folder.At("run"));
        Assert.Equal(2, run.Code);
        Assert.Contains("moliere run simulation", run.Error, StringComparison.Ordinal);
    }

    private static void AssertHas(string folder, params string[] wanted)
    {
        string[] files = TinyStudy.ResultsIn(folder);
        Assert.All(wanted, name => Assert.Contains(name, files));
    }

    private static ShellRun Run(string folder, params string[] more) =>
        ShellRun.Real(["run", "simulation", .. Settings, .. more, "--out", folder]);
}
