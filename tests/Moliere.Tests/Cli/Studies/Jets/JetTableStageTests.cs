using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

/// <summary>The jet table through the program: shards, threads and interruptions give the bytes of one run.</summary>
public sealed class JetTableStageTests : IDisposable
{
    private const string Table = "tables/jets.table";

    // Two blocks of events, of which few are hard and central enough to be simulated.
    private static readonly string[] s_order =
    [
        "simulate", "jets", "--set", "source.events=300", "--set", "source.pt_min=1000", "--set", "source.pt_max=2200",
        "--set", "jets.slice_pt_min=1900", "--set", "jets.slice_eta_max=0.7", "--set", "pileup.library=20",
        "--set", "source.formats=[]",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Speed", "Slow")]
    public void ShardsThreadsAndInterruptions_GiveTheBytesOfOneRun()
    {
        byte[] whole = Bytes(Simulate("whole", "--threads", "3"));
        string first = Simulate("1", "--shard", "1/2", "--threads", "1");
        string second = Simulate("2", "--shard", "2/2", "--threads", "2");
        ShellRun merge = ShellRun.Real(["merge", second, first, "--out", _folder.At("all")]);
        Assert.True(merge.Code == 0, merge.Error);
        Assert.Equal(whole, Bytes(_folder.At("all")));

        string final = _folder.At("again");
        Directory.Move(_folder.At("whole"), $"{final}.partial");
        File.Delete(Path.Combine($"{final}.partial", Table));
        File.WriteAllBytes(Path.Combine($"{final}.partial", $"{Table}.partial"), whole[..(whole.Length - 5)]);
        ShellRun again = ShellRun.Real([.. s_order, "--out", final]);
        Assert.True(again.Code == 0, again.Error);
        Assert.Contains("events were simulated before", again.Error);
        Assert.Equal(whole, Bytes(final));

        Table jets = TableFile.Read(Path.Combine(final, Table));
        Assert.InRange(jets.Longs(JetColumns.Event).Distinct().Count(), 3, 60);
        int[] leading = [.. Enumerable.Range(0, jets.RowCount).Where(row => jets.Floats(JetColumns.Rank)[row] < 1)];
        Assert.InRange(leading.Average(row => jets.Floats(JetColumns.TruthPt)[row]), 1900, 2600);
    }

    private string Simulate(string name, params string[] options)
    {
        ShellRun run = ShellRun.Real([.. s_order, .. options, "--out", _folder.At(name)]);
        Assert.True(run.Code == 0, run.Error);
        return _folder.At(name);
    }

    private static byte[] Bytes(string folder) => File.ReadAllBytes(Path.Combine(folder, Table));
}
