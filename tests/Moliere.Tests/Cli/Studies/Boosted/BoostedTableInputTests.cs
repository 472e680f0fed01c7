using System.Globalization;
using Moliere.Cli;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Boosted;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Boosted;

public sealed class BoostedTableInputTests : IDisposable
{
    private static readonly Table s_foreign = new(
    [
        new FloatColumn("label", "", "", [24, 21, 24, 1]),
        new FloatColumn("jet_pt", "", "", [500e3f, 600e3f, 700e3f, 800e3f]),
        new FloatColumn("jet_m", "", "", [80e3f, 40e3f, 85e3f, float.NaN]),
        new FloatColumn("d2", "", "", [1.2f, 2.5f, -999, 3]),
    ]);

    private static readonly Dictionary<string, string> s_columns = new()
    {
        ["is_signal"] = "label == 24",
        ["pt"] = "jet_pt",
        ["m"] = "jet_m",
    };

    private readonly TempFolder _folder = new();
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);
    private readonly RunFolder _run;

    public BoostedTableInputTests()
    {
        var identity = new RunIdentity("run", "decorrelate", "0", "", []);
        Provenance provenance = Provenance.Begin(identity, 1, DateTimeOffset.UnixEpoch);
        _run = RunFolderOpening.Open(_folder.At("run"), provenance, force: false);
    }

    [Fact]
    public void ForeignTable_BecomesJetsAndIncompleteOnesAreCounted()
    {
        Table jets = Read(s_foreign, new() { Columns = s_columns, EnergyUnit = Moliere.Cli.Recipes.EnergyUnit.Mev });
        Assert.Equal([1f, 0], jets.Floats(BoostedJetColumns.IsSignal));
        Assert.Equal([500f, 600], jets.Floats(BoostedJetColumns.Pt));
        Assert.Equal([80f, 40], jets.Floats(BoostedJetColumns.Mass));
        Assert.Equal([1f, 1], jets.Floats(BoostedJetColumns.Weight));
        Assert.Equal([0L, 1], BoostedTableInput.Groups(jets));
        Assert.Contains("2 jets lack values and are left out: d2 1 times, m 1 times.", _said.ToString());
        Assert.Contains("has no a3, aplanarity, c2, crossing,", _said.ToString());
    }

    [Fact]
    public void IncompleteJet_MayBeRefused() => Assert.Contains("found NaN in m", Assert.Throws<RefusalException>(
        () => Read(s_foreign, new() { Columns = s_columns, Incomplete = IncompleteJet.Refuse })).Message);

    [Fact]
    public void LabelThatIsNone_IsRefused() => Assert.Contains("is_signal = 24, expected 0 or 1",
        Assert.Throws<RefusalException>(() => Read(s_foreign, new()
        {
            Columns = new Dictionary<string, string>(s_columns) { ["is_signal"] = "label" },
        })).Message);

    [Fact]
    public void NoLabels_AreAskedFor() => Assert.Contains("no column 'is_signal', 'pt', 'm'",
        Assert.Throws<InvalidFileException>(() => Read(s_foreign, new())).Message);

    [Theory]
    [InlineData("label == 24", 1)]
    [InlineData("label != 24", 0)]
    public void OneClassAlone_IsRefused(string selection, int left)
    {
        string target = Write(s_foreign, new() { Columns = s_columns, Select = selection });
        Assert.Contains($"Found {left} jets of bosons (is_signal = 1) and {1 - left} of quarks and gluons (0)",
            Assert.Throws<RefusalException>(() => BoostedTableInput.Read(target)).Message);
    }

    [Fact]
    public void TableOfTheHouse_IsTakenAsItIs()
    {
        Table jets = ToyBoosted.Make(50);
        Table read = Read(jets, new());
        Assert.Equal(jets.Longs(BoostedJetColumns.Crossing), BoostedTableInput.Groups(read));
        Assert.All(jets.Columns, column => Assert.True(read.Has(column.Name)));
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
        _said.Dispose();
    }

    private Table Read(Table table, BoostedSourceSection section) =>
        BoostedTableInput.Read(Write(table, section));

    // Through the stage, as a study does.
    private string Write(Table table, BoostedSourceSection section)
    {
        string input = _folder.At("in.table");
        TableFile.Write(input, table);
        return BoostedTableStage.Make(Request(), new(section with { Input = input }, new(), null!));
    }

    private StudyRequest Request() => new()
    {
        Verb = StudyVerb.Run,
        Recipe = new object(),
        Folder = _run,
        Progress = new RunProgress(
            new PlainDisplay(_said, TimeSpan.FromHours(1), TimeProvider.System), TimeProvider.System),
        Threads = 1,
    };
}
