using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Boosted;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Formats.Tables.Parts;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Boosted;

/// <summary>The table of a run: shards, threads and interruptions give the bytes of one run.</summary>
public sealed class BoostedTableStageTests : IDisposable
{
    // Two blocks of one crossing's events each.
    private static readonly BoostedTableChoices s_choices = new(
        new BoostedSourceSection { Events = 1030, PtMin = 400, PtMax = 900 },
        new BoostedSampleSection { EventsPerCrossing = 1024, PtMin = 450, PtMax = 800 },
        new(
            new DetectorSection().Describe(), new PileupSection { MeanMu = 4, Library = 8 }.ToOptions(),
            new ClusteringSection().ToOptions(), 1));

    private readonly TempFolder _folder = new();
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Speed", "Slow")]
    public void ThreadsAndInterruptions_GiveTheBytesOfOneRun()
    {
        byte[] whole = Make("whole", threads: 2);
        Table jets = TableFile.Read(_folder.At("whole.table"));
        Assert.Equal([4f, 0], jets.Floats(BoostedJetColumns.Mu).Distinct());
        Assert.Equal([0L, 1], jets.Longs(BoostedJetColumns.Crossing).Distinct());
        Assert.InRange(jets.RowCount, 450, 1300);
        Assert.Equal(whole, Make("again", threads: 1, left: whole[..(whole.Length - 5)]));
        Assert.Contains("of 1030 events were simulated before", _said.ToString());
    }

    public void Dispose()
    {
        _folder.Dispose();
        _said.Dispose();
    }

    private byte[] Make(string name, int threads, byte[]? left = null)
    {
        var identity = new RunIdentity("run", "decorrelate", "0", "", []);
        Provenance provenance = Provenance.Begin(identity, 1, DateTimeOffset.UnixEpoch);
        using RunFolder run = RunFolderOpening.Open(_folder.At(name), provenance, force: false);
        string target = run.PathOf(BoostedTableStage.FileName);
        if (left is not null)
        {
            File.WriteAllBytes($"{target}.partial", left);
        }

        string made = BoostedTableStage.Make(
            new()
            {
                Verb = StudyVerb.Run,
                Recipe = new object(),
                Folder = run,
                Progress = new RunProgress(
                    new PlainDisplay(_said, TimeSpan.FromHours(1), TimeProvider.System), TimeProvider.System),
                Threads = threads,
                Shard = Shard.Whole,
            },
            s_choices);
        File.Copy(made, _folder.At($"{name}.table"));
        return File.ReadAllBytes(made);
    }
}
