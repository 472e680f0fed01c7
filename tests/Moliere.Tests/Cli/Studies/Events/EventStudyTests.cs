using System.Text.Json.Nodes;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Formats.Tables.Parts;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Events;

/// <summary>The verbs below simulate, shards and merge, through the program as a function.</summary>
public sealed class EventStudyTests : IDisposable
{
    private const string Table = "tables/events.table";
    private static readonly string[] s_gun =
        ["simulate", "gun", "--particle", "photon", "--energy", "2-200", "--level", "truth", "--events", "1100"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ShardsOfAnyNumberAndMergesInAnyOrder_GiveTheBytesOfOneRun()
    {
        byte[] whole = Bytes(Simulate("whole"));
        foreach (int count in (int[])[2, 3, 7])
        {
            string[] parts = [.. Enumerable.Range(1, count).Select(i => Simulate(
                $"{i}-{count}", "--shard", $"{i}/{count}", "--threads", i % 2 == 0 ? "1" : "2"))];
            Assert.Equal(whole, Bytes(Merge($"all-{count}", parts)));
            Assert.Equal(whole, Bytes(Merge($"back-{count}", [.. parts.Reverse()])));
            string first = Merge($"first-{count}", [parts[0], parts[^1], "--partial"]);
            Assert.Equal(whole, Bytes(Merge($"rest-{count}", [.. parts[1..^1], first])));
        }
    }

    [Fact]
    public void InterruptedAtAnyBlock_ContinuesToTheSameBytes()
    {
        string whole = Simulate("whole");
        byte[] bytes = Bytes(whole);
        TableFileHeader header = TableFile.ReadHeader(Path.Combine(whole, Table));
        Assert.Equal(5, header.GroupCount);
        foreach (double share in (double[])[0, 0.001, 0.25, 0.5, 0.75, 0.999])
        {
            string final = _folder.At("again");
            Directory.Move(whole, $"{final}.partial");
            File.Delete(Path.Combine($"{final}.partial", Table));
            File.WriteAllBytes(
                Path.Combine($"{final}.partial", $"{Table}.partial"), bytes[..(int)(share * bytes.Length)]);
            ShellRun run = ShellRun.Real([.. s_gun, "--out", final]);
            Assert.Equal((0, share >= 0.25), (run.Code, run.Error.Contains("events were simulated before")));
            Assert.Equal(bytes, Bytes(final));
            whole = final;
            Directory.Move(final, _folder.At("moved"));
            whole = _folder.At("moved");
        }
    }

    [Fact]
    public void Shard_SaysWhatItIs()
    {
        string part = Simulate("part", "--shard", "2/2");
        JsonNode provenance = JsonNode.Parse(File.ReadAllText(Path.Combine(part, "provenance.json")))!;
        Assert.Equal("2/2", (string)provenance["shard"]!);
        TablePart held = TablePart.Read(Path.Combine(part, Table));
        Assert.Equal((2, "2-4", 512L), (held.ShardCount, held.HeldText, held.FirstEvent));
        Assert.Equal(512, TableFile.Read(Path.Combine(part, Table)).Longs(EventColumns.Event)[0]);
    }

    [Fact]
    public void ShardWithoutBlocks_SaysSoAndIsMerged()
    {
        string[] one = ["simulate", "gun", "--level", "truth", "--events", "200"];
        ShellRun none = ShellRun.Real([.. one, "--shard", "1/2", "--out", _folder.At("none")]);
        Assert.True(none.Code == 0, none.Error);
        Assert.Contains("Shard 1/2 does not hold the only block.", none.Error);
        ShellRun all = ShellRun.Real([.. one, "--shard", "2/2", "--out", _folder.At("all")]);
        Assert.DoesNotContain("Shard", all.Error);
        ShellRun third = ShellRun.Real([.. s_gun[..^1], "300", "--shard", "1/3", "--out", _folder.At("third")]);
        Assert.Contains("Shard 1/3 holds none of the 2 blocks.", third.Error);
        ShellRun merge = ShellRun.Real("merge", _folder.At("none"), _folder.At("all"), "--out", _folder.At("merged"));
        Assert.True(merge.Code == 0, merge.Error);
        Assert.Contains("The only block, of 200 events, is there.", merge.Error);
    }

    [Fact]
    public void PartsThatDoNotBelongTogether_AreRefusedInOneSentence()
    {
        string a = Simulate("a", "--shard", "1/2"), other = Simulate("b", "--shard", "2/2", "--seed", "9");
        Assert.Contains("seed 9", Refusal("merge", a, other));
        Assert.Contains("without the blocks 2-4", Refusal("merge", a));
        Assert.Contains("the blocks 0-1, which", Refusal("merge", a, a));
        Assert.Contains("recipe.yaml", Refusal("merge", _folder.At("nothing")));
        Assert.False(Directory.Exists(_folder.At("refused")) || Directory.Exists(_folder.At("refused.partial")));
    }

    [Fact]
    public void FormatsAndTheirNumbers_AreWritten()
    {
        string run = Simulate("run", "--format", "csv,root");
        Assert.True(File.Exists(Path.Combine(run, "tables/events.root")));
        Assert.StartsWith("event,weight\n0,1.0\n", File.ReadAllText(Path.Combine(run, "tables/events.csv")));
        Table table = TableFile.Read(Path.Combine(run, Table));
        Assert.All(table.Jagged<int>(EventColumns.Of(EventColumns.Particle, EventColumns.Pdg)).Values, pdg =>
            Assert.Equal(22, pdg));
        Assert.All(
            table.Jagged<float>(EventColumns.Of(EventColumns.Particle, EventColumns.Energy)).Values,
            energy => Assert.InRange(energy, 2, 200.001f));
    }

    [Fact]
    public void EventsOfAFile_AreReadWithTheirNumbers()
    {
        string file = Repository.At("tests", "data", "pythia", "dijet-2ev.hepmc.gz");
        string run = _folder.At("file");
        Assert.Equal(0, ShellRun.Real(
            "simulate", "events", "--input", file, "--level", "truth", "--out", run).Code);
        Table table = TableFile.Read(Path.Combine(run, Table));
        Assert.Equal([0L, 1L], table.Longs(EventColumns.Event));
        Assert.True(table.Jagged<float>(EventColumns.Of(EventColumns.TruthJet, EventColumns.Pt))[0][0] > 20);
    }

    [Theory]
    [InlineData("--mass 70", "displaced", "--mass", "70")]
    [InlineData("expected a number from 5", "dijets", "--pt-min", "x")]
    [InlineData("photon, electron", "gun", "--particle", "axion")]
    [InlineData("such as 20-200", "ditau", "--mass", "60-70-80")]
    [InlineData("with i from 1 to N", "gun", "--shard", "5/4")]
    [InlineData("simulate gun --help", "gun", "--nothing", "1")]
    [InlineData("'/nowhere.yaml' does not exist", "dijets", "--detector", "/nowhere.yaml")]
    public void ImpossibleOptions_AreRefused(string expected, params string[] arguments) => Assert.Contains(
        expected, Refusal(["simulate", .. arguments]));

    [Fact]
    public void EveryVerb_HasHelpWithExamples()
    {
        string[] verbs = ["dijets", "bottom", "ditau", "w", "z", "top", "displaced", "minbias", "electron_positron",
            "gun", "events"];
        Assert.All(verbs, verb =>
        {
            string help = ShellRun.Real("simulate", verb, "--help").Out;
            Assert.Contains($"moliere simulate {verb}", help);
            Assert.Contains("--shard", help);
        });
    }

    private string Simulate(string name, params string[] more)
    {
        string path = _folder.At(name);
        ShellRun run = ShellRun.Real([.. s_gun, .. more, "--out", path]);
        Assert.True(run.Code == 0, run.Error);
        return path;
    }

    private string Merge(string name, string[] parts)
    {
        ShellRun run = ShellRun.Real(["merge", .. parts, "--out", _folder.At(name)]);
        Assert.True(run.Code == 0, run.Error);
        return _folder.At(name);
    }

    private string Refusal(params string[] arguments)
    {
        ShellRun run = ShellRun.Real([.. arguments, "--out", _folder.At("refused")]);
        Assert.InRange(run.Code, 2, 3);
        return run.Error;
    }

    private static byte[] Bytes(string folder) => File.ReadAllBytes(Path.Combine(folder, Table));
}
