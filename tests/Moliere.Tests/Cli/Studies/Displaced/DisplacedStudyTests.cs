// covers: DisplacedRecipe, DisplacedStudy
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedStudyTests
{
    private static readonly string[] Settings =
    [
        "--set", "seeds=2", "--set", "network.epochs=2", "--set", "network.points=[8]", "--set", "network.hidden=[8]",
        "--set", "network.segments=[4]", "--set", "adversary.epochs=1", "--set", "adversary.pretraining=1",
        "--set", "trees.rounds=8", "--set", "split.validation=0.15",
        "--set", "trigger.log_ratio_min=-10", "--set", "abcd.trigger.log_ratio_min=-10",
        "--set", "abcd.trigger.track_distance_min=0", "--set", "trigger.pt_min=0",
    ];

    [Fact]
    [Trait("Speed", "Slow")]
    public void TablesOfOnesOwn_GiveFiguresNumbersAndPreservedFiles()
    {
        using TempFolder folder = new();
        string[] samples = Samples(folder);
        ShellRun run = Run(folder, "one", "1", samples);
        Assert.True(run.Code == 0, run.Error);
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "models/trees.json", "models/events.json", "models/network-1.model",
            "models/adversarial-2.model", "preserved/jets.onnx", "preserved/jets.csv", "preserved/efficiency-map.json",
            "preserved/README.txt", "preserved/events.csv", "preserved/displaced_events.hpp", "preserved/displaced_events.cs", "preserved/displaced_events.py",
            "figures/leading-time.svg", "figures/roc-qcd.svg", "figures/roc-bib.csv", "figures/significance.svg",
            "figures/plane.svg", "figures/course-distance.svg", "figures/efficiency-l-xy.svg",
        })
        {
            Assert.True(File.Exists(folder.At("one", file)), file);
        }

        Assert.True(Run(folder, "two", "2", samples).Code == 0);
        Assert.Equal(
            File.ReadAllBytes(folder.At("one", "metrics.json")), File.ReadAllBytes(folder.At("two", "metrics.json")));
    }

    [Fact]
    public void SomeSamplesAlone_AreRefused()
    {
        using TempFolder folder = new();
        var run = ShellRun.Real("run", "displaced", "--out", folder.At("run"), "--set", "source.qcd=a.table");
        Assert.NotEqual(0, run.Code);
        Assert.Contains("all five samples", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVerbs_AreRefused()
    {
        using TempFolder folder = new();
        var run = ShellRun.Real("train", "displaced", "--out", folder.At("run"));
        Assert.NotEqual(0, run.Code);
    }

    private static ShellRun Run(TempFolder folder, string name, string threads, string[] samples) => ShellRun.Real(
        ["run", "displaced", "--out", folder.At(name), "--threads", threads, .. Settings, .. samples]);

    private static string[] Samples(TempFolder folder) =>
    [
        .. new[]
        {
            ("signal", DisplacedToy.Events(1, 200)), ("qcd", DisplacedToy.Events(0, 200)),
            ("beam_induced", DisplacedToy.Events(2, 200)), ("control_simulation", DisplacedToy.Events(-1, 150)),
            ("control_data", DisplacedToy.Events(-1, 150, isData: true)),
        }.SelectMany(sample =>
        {
            string path = folder.At($"{sample.Item1}.table");
            TableFile.Write(path, sample.Item2);
            return new[] { "--set", $"source.{sample.Item1}={path}" };
        }),
    ];
}
