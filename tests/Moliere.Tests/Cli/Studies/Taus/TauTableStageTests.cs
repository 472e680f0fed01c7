using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>The tau table through the program: shards, threads and interruptions give the bytes of one run.</summary>
public sealed class TauTableStageTests : IDisposable
{
    private const string Table = "tables/taus.table";

    // Four blocks of one crossing's events each.
    private static readonly string[] s_order =
    [
        "simulate", "taus", "--set", "source.events=3600", "--set", "taus.events_per_crossing=1024",
        "--set", "pileup.library=20", "--set", "pileup.mean_mu=5", "--set", "lcw.events=100",
        "--set", "source.formats=[]",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Speed", "Slow")]
    public void ShardsThreadsAndInterruptions_GiveTheBytesOfOneRun()
    {
        byte[] whole = Bytes(Simulate("whole"));
        string first = Simulate("1", "--shard", "1/2", "--threads", "1");
        string second = Simulate("2", "--shard", "2/2");
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

        Table taus = TableFile.Read(Path.Combine(final, Table));
        Assert.Equal([0L, 1, 2, 3], taus.Longs(TauColumns.Crossing).Distinct());
        Assert.InRange(taus.RowCount, 2000, 7200);
        Assert.All(taus.Floats(TauColumns.TruthPt), pt => Assert.True(pt >= 10));
    }

    private string Simulate(string name, params string[] options)
    {
        ShellRun run = ShellRun.Real([.. s_order, .. options, "--out", _folder.At(name)]);
        Assert.True(run.Code == 0, run.Error);
        return _folder.At(name);
    }

    private static byte[] Bytes(string folder) => File.ReadAllBytes(Path.Combine(folder, Table));
}
