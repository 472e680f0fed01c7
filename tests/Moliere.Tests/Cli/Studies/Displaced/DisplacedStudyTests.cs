// covers: DisplacedRecipe, DisplacedStudy
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Onnx;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tagging.Displaced;
using Moliere.Tagging.Preservation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedStudyTests(DisplacedStudyTests.Finished finished)
    : IClassFixture<DisplacedStudyTests.Finished>
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
        TempFolder folder = finished.Folder;
        foreach (string file in new[]
        {
            "metrics.json", "report.html", "models/trees.json", "models/events.json", "models/network-1.model",
            "models/adversarial-2.model", "preserved/jets.onnx", "preserved/jets.csv", "preserved/efficiency-map.json",
            "preserved/README.txt", "preserved/events.csv", "preserved/displaced_events.hpp",
            "preserved/displaced_events.cs", "preserved/displaced_events.py",
            "figures/distances.svg", "figures/roc-qcd-by-mass.svg", "figures/gain-by-mass.svg",
            "figures/leading-time.svg", "figures/roc-qcd.svg", "figures/roc-bib.csv", "figures/significance.svg",
            "figures/plane.svg", "figures/course-distance.svg", "figures/efficiency-l-xy.svg",
        })
        {
            Assert.True(File.Exists(folder.At("one", file)), file);
        }

        RequirePreservedScores(folder.At("one"));
        string report = File.ReadAllText(folder.At("one", "report.html"));
        Assert.DoesNotContain(".partial", report, StringComparison.Ordinal);
        Assert.True(Run(folder, "two", "2", Samples(folder)).Code == 0);
        Assert.Equal(
            File.ReadAllBytes(folder.At("one", "metrics.json")), File.ReadAllBytes(folder.At("two", "metrics.json")));
    }

    private static void RequirePreservedScores(string run)
    {
        string At(string file) => Path.Combine(run, "preserved", file);
        DisplacedNetworkTagger tagger = DisplacedTaggerFile.Read(Path.Combine(run, "models", "adversarial-1.model"));
        string[] outputs = [.. ClassBalance.Names.Select(name => $"score_{name}")];
        Table Evaluate(Table jets)
        {
            float[] scores = tagger.Apply(jets, 1);
            return new(
                [.. outputs.Select((name, i) => new FloatColumn(name, "", "", ScoreAgreement.Output(scores, i)))]);
        }

        Assert.Equal(0, PreservedExamples.LargestDifference(At("jets.csv"), outputs, Evaluate));

        BoostedTrees trees = XgboostFile.Read(Path.Combine(run, "models", "events.json")).Trees;
        Table events = CsvTableReader.Read(At("events.csv"));
        Span<float> margin = [0];
        for (int row = 0; row < events.RowCount; row++)
        {
            trees.Evaluate(
                [.. DisplacedEvents.Names.Select(name => (float)PreservedJets.Number(events, name, row))], margin);
            Assert.Equal(1 / (1 + Math.Exp(-margin[0])), PreservedJets.Number(events, "event_score", row), 1e-6);
        }

        EfficiencyMap map = EfficiencyMapFile.Read(At("efficiency-map.json")); // checks its own examples
        Assert.Equal("adversarial-1", map.Provenance["method"]);
        Assert.Equal("1", map.Provenance["training_seed"]);
        OnnxModel network = OnnxReader.Read(At("jets.onnx"));
        Assert.Contains(network.Metadata, note => note.Key == "training_fingerprint");
        string source = File.ReadAllText(At("displaced_events.py"));
        Assert.Contains("training_fingerprint", source, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void TreesAndNetworks_AreExportedByTheirName()
    {
        string run = finished.Folder.At("one"), trees = finished.Folder.At("events.json");
        ShellRun done = ShellRun.Real("export", run, "--method", "events", "--out", trees);
        Assert.True(done.Code == 0, done.Error);
        Assert.Equal(DisplacedEvents.Names, XgboostFile.Read(trees).Trees.Features);
        Assert.Equal(0, ShellRun.Real(
            "export", run, "--method", "network-2", "--out", finished.Folder.At("network.onnx")).Code);
        ShellRun wrong = ShellRun.Real("export", run, "--method", "event", "--out", finished.Folder.At("x.onnx"));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("did you mean 'events'?", wrong.Error, StringComparison.Ordinal);
        wrong = ShellRun.Real("export", run, "--method", "trees", "--out", finished.Folder.At("x.hpp"));
        Assert.Contains("an XGBoost model (source with --as) is written", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void PreservedFolder_SaysWhatItHolds()
    {
        ShellRun folder = ShellRun.Real("inspect", finished.Preserved);
        Assert.True(folder.Code == 0, folder.Error);
        Assert.StartsWith("Folder of a run: run displaced, finished ", folder.Out, StringComparison.Ordinal);
        Assert.Contains("Efficiency map: 6 axes, ", folder.Out, StringComparison.Ordinal);
        ShellRun map = ShellRun.Real("inspect", Path.Combine(finished.Preserved, "efficiency-map.json"));
        Assert.Contains("Axis: truth_llp_pt [GeV], 11 cells with edges 0, 20, ", map.Out, StringComparison.Ordinal);
        Assert.Contains("\nclosure: ", map.Out, StringComparison.Ordinal);
        Assert.Contains(" other particles", map.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Applying_IsRefusedWithWhatIsPossible()
    {
        ShellRun run = ShellRun.Real("apply", finished.Folder.At("one"), "a.root:jets", "-o", "out.table");
        Assert.Equal(2, run.Code);
        Assert.Contains("README.txt", run.Error, StringComparison.Ordinal);
        Assert.Contains("moliere export", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    [Trait("Speed", "Slow")]
    public void PreservedTrees_CheckThemselves()
    {
        (int code, string text) = OutsideProgram.RunOrSkip(
            finished.Preserved, "python3", "displaced_events.py");
        Assert.True(code == 0, text);
    }

    [SkippableFact]
    [Trait("Speed", "Slow")]
    public void PreservedNetwork_GivesItsScoresInTheRealRuntime()
    {
        var jets = PreservedJets.Read(finished.Preserved);
        float[] found = OnnxRuntime.RunOrSkip(
            OnnxReader.Read(Path.Combine(finished.Preserved, "jets.onnx")), jets.Inputs())["probabilities"];
        float[] wanted = jets.Scores();
        Assert.Equal(wanted.Length, found.Length);
        Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void TablesWithoutTruth_GiveNoEfficiencyMap()
    {
        string[] truth =
        [
            DisplacedJetColumns.DecayProduct, DisplacedJetColumns.DecayRadius, DisplacedJetColumns.DecayZ,
            DisplacedJetColumns.LongLivedPt, DisplacedJetColumns.LongLivedEta, DisplacedJetColumns.LongLivedMass,
            DisplacedJetColumns.ResonanceMass,
        ];
        using TempFolder folder = new();
        ShellRun run = Run(folder, "run", "2", DisplacedToy.Samples(
            folder, 200, (_, jets) => new([.. jets.Columns.Where(column => !truth.Contains(column.Name))])));
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains(
            "There is no efficiency map", File.ReadAllText(folder.At("run", "report.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("run", "preserved", "efficiency-map.json")));
        Assert.True(File.Exists(folder.At("run", "preserved", "jets.onnx")));
    }

    [Theory]
    [InlineData("a.table")]
    [InlineData("")]
    public void SomeSamplesAlone_AreRefused(string signal)
    {
        using TempFolder folder = new();
        var run = ShellRun.Real(
            "run", "displaced", "--out", folder.At("run"), "--set", $"source.signal={signal}", "--set",
            "source.qcd=b.table");
        Assert.NotEqual(0, run.Code);
        Assert.Contains("all five samples", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void OneTableForAll_IsRefusedWithTheKeysToUse()
    {
        using TempFolder folder = new();
        var run = ShellRun.Real("run", "displaced", "--out", folder.At("run"), "--input", "a.root");
        Assert.NotEqual(0, run.Code);
        string error = run.Error.ReplaceLineEndings(" ");
        Assert.Contains("source.signal=a.root", error, StringComparison.Ordinal);
        Assert.Contains("source.control_data", error, StringComparison.Ordinal);
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

    private static string[] Samples(TempFolder folder) => DisplacedToy.Samples(folder, 200, (_, jets) => jets);

    /// <summary>One run for all tests that look at its files.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly Lazy<TempFolder> _folder = new(() =>
        {
            TempFolder folder = new();
            ShellRun run = Run(folder, "one", "1", Samples(folder));
            Assert.True(run.Code == 0, run.Error);
            return folder;
        });

        internal TempFolder Folder => _folder.Value;

        internal string Preserved => Folder.At("one", "preserved");

        public void Dispose()
        {
            if (_folder.IsValueCreated)
            {
                _folder.Value.Dispose();
            }
        }
    }
}
