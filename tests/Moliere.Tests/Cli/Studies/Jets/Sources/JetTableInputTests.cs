using System.Globalization;
using Moliere.Cli;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Jets.Sources;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples.Jets;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets.Sources;

public sealed class JetTableInputTests : IDisposable
{
    // Events of three, one and two jets, not in order of pt; the last jet has no partner and lacks values.
    private static readonly Table s_flat = new(
    [
        new LongColumn("evt", "", "", [7, 7, 7, 8, 9, 9]),
        new FloatColumn("jet_pt", "", "", [50_000, 90_000, 20_000, 30_000, 40_000, 10_000]),
        new FloatColumn("jet_eta", "", "", [0, 1, 0.5f, 2, -1, -1.5f]),
        new FloatColumn("jet_phi", "", "", [0, 0, 0, 1, 2, 2]),
        new FloatColumn("true_pt", "", "", [60_000, 100_000, 25_000, 35_000, 50_000, -1]),
        new FloatColumn("w_track", "", "", [0.1f, 0.2f, 0.1f, -999, float.NaN, 0.3f]),
        new FloatColumn("n_track", "", "", [1, 2, 3, 4, 5, float.NaN]),
        new FloatColumn("flavour", "", "", [-1, 21, 0, 5, 2, 2]),
        new JaggedColumn<float>("c_pt", "", "", [0, 3, 4, 4, 6, 7, 8], [1, 9, -2, 90, 10, 20, 40, 10]),
        new JaggedColumn<float>("c_eta", "", "", [0, 3, 4, 4, 6, 7, 8], [.1f, .2f, .3f, 1, 2, 2.1f, -1, -1.5f]),
        new JaggedColumn<float>("c_phi", "", "", [0, 3, 4, 4, 6, 7, 8], [0, 0, 0, 0, 1, 1, 2, 2]),
    ]);

    private static readonly Dictionary<string, string> s_columns = new()
    {
        ["event"] = "evt",
        ["pt"] = "jet_pt",
        ["eta"] = "jet_eta",
        ["phi"] = "jet_phi",
        ["truth_pt"] = "true_pt",
        ["constituent_pt"] = "c_pt",
        ["constituent_eta"] = "c_eta",
        ["constituent_phi"] = "c_phi",
    };

    private readonly TempFolder _folder = new();
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);
    private readonly RunFolder _run;

    public JetTableInputTests()
    {
        var identity = new RunIdentity("train", "jets", "0", "", []);
        Provenance provenance = Provenance.Begin(identity, 1, DateTimeOffset.UnixEpoch);
        _run = RunFolderOpening.Open(_folder.At("run"), provenance, force: false);
    }

    [Fact]
    public void FlatTable_BecomesJetsWithWhatFollows()
    {
        Table jets = Read(s_flat, new() { Columns = s_columns, EnergyUnit = EnergyUnit.Mev });
        Assert.Equal([50f, 90, 20, 30, 40, 10], jets.Floats(JetColumns.Pt));
        Assert.Equal([7L, 7, 7, 8, 9, 9], jets.Longs(JetColumns.Event));
        Assert.Equal([1f, 0, 2, 0, 0, 1], jets.Floats(JetColumns.Rank));
        Assert.Equal([0.5f, 0.5f, 0.5f, 10, 0.5f, 0.5f], jets.Floats(JetColumns.Isolation));
        Assert.Equal([60f, 100, 25, 35, 50, 0], jets.Floats(JetColumns.TruthPt));
        Assert.Equal([0f, 1, 0.5f, 2, -1, 0], jets.Floats(JetColumns.TruthEta));
        Assert.Equal([0f, 0, 0, 0, 0, -1], jets.Floats(JetColumns.TruthDistance));
        Assert.Equal([1f, 21, 0, 5, 2, 2], jets.Floats(JetColumns.Flavour));
        Assert.Equal(50, jets.Floats(JetColumns.Energy)[0], 4);
        Assert.Equal([1f, 1, 1, 1, 1, 1], jets.Floats(JetColumns.Weight));
        Assert.Equal(jets.Floats(JetColumns.Eta), jets.Floats(JetColumns.DetectorEta));
        Assert.False(jets.Has(JetColumns.N90));
        Assert.Contains("has no area, ", _said.ToString());
        Assert.Contains(", n90, n_pv, ", _said.ToString());
    }

    [Fact]
    public void MissingValues_StayUnknownAndAreCountedOrRefused()
    {
        JetSourceSection section = new() { Columns = s_columns };
        Table jets = Read(s_flat, section);
        Assert.Equal([0.1f, 0.2f, 0.1f, float.NaN, float.NaN, 0.3f], jets.Floats(JetColumns.TrackWidth));
        Assert.Equal([0f, 0, 0, 1, 1, 1], jets.Floats(JetColumns.Missing));
        Assert.Contains("3 jets lack values", _said.ToString());
        Assert.Contains("n_track 1 times, w_track 2 times", _said.ToString());
        var refused = Assert.Throws<RefusalException>(
            () => Read(s_flat, section with { Missing = MissingValue.Refuse }));
        Assert.Contains("w_track", refused.Message);
        Assert.Equal(ExitCode.BadData, refused.Code);
    }

    [Fact]
    public void Constituents_AreSortedAndThoseWithoutMomentumLeftOut()
    {
        Table jets = Read(s_flat, new() { Columns = s_columns });
        JaggedColumn<float> pt = jets.Jagged<float>(JetColumns.ConstituentPt);
        Assert.Equal([0, 2, 3, 3, 5, 6, 7], pt.Offsets); // The third jet has none.
        Assert.Equal([9f, 1, 90, 20, 10, 40, 10], pt.Values);
        Assert.Equal([.2f, .1f, 1, 2.1f, 2, -1, -1.5f], jets.Jagged<float>(JetColumns.ConstituentEta).Values);
        Assert.Equal(9 * MathF.Cosh(.2f), jets.Jagged<float>(JetColumns.ConstituentEnergy).Values[0], 4);
        Assert.All(jets.Jagged<float>(JetColumns.ConstituentIsTrack).Values, flag => Assert.Equal(0, flag));
        var columns = new Dictionary<string, string>(s_columns) { ["constituent_phi"] = "" };
        Table without = Read(s_flat, new() { Columns = columns });
        Assert.False(without.Has(JetColumns.ConstituentPt));
    }

    [Fact]
    public void ListsOfJets_GiveOneRowPerElement()
    {
        var lists = new Table(
        [
            new LongColumn("event", "", "", [4, 5]),
            new JaggedColumn<float>("pt", "", "", [0, 2, 3], [30, 20, 50]),
            new JaggedColumn<float>("eta", "", "", [0, 2, 3], [0, 1, 2]),
            new JaggedColumn<float>("gen", "", "", [0, 2, 3], [40, 0, 60]),
        ]);
        Table jets = Read(lists, new() { Columns = new Dictionary<string, string> { ["truth_pt"] = "gen" } });
        Assert.Equal([4L, 4, 5], jets.Longs(JetColumns.Event));
        Assert.Equal([0f, 1, 0], jets.Floats(JetColumns.Rank));
        Assert.Equal([40f, 0, 60], jets.Floats(JetColumns.TruthPt));
    }

    [Fact]
    public void LongTable_KeepsEventsWhole()
    {
        Table[] chunks = [.. Enumerable.Range(0, 7).Select(i => new Table(
            [new LongColumn(JetColumns.Event, "", "", [i / 2, (i + 1) / 2, (i + 1) / 2])]))];
        Table[] whole = [.. WholeEvents.Of(chunks)];
        Assert.Equal(chunks.SelectMany(chunk => chunk.Longs("event")), whole.SelectMany(chunk => chunk.Longs("event")));
        Assert.All(whole.Zip(whole.Skip(1)), pair =>
            Assert.NotEqual(pair.First.Longs("event")[^1], pair.Second.Longs("event")[0]));
        Assert.Empty(WholeEvents.Of([]));
    }

    [Fact]
    public void TableOfTheHouse_IsTakenAsItIs()
    {
        TableFile.Write(_folder.At("x.table"), JetSampler.NoJets);
        using var source = JetTableInput.Tables.Open(Request(), new JetSourceSection(), _folder.At("x.table"));
        Assert.Contains("x.table", source.Name);
        Assert.DoesNotContain(source.Columns, column => column.Name == JetColumns.Missing);
    }

    [Fact]
    public void NamelessPt_IsRefused()
    {
        var error = Assert.Throws<InvalidFileException>(() => Read(s_flat, new()));
        Assert.Contains("no column 'pt', 'eta', 'truth_pt'", error.Message);
        Assert.Contains("jet_pt", error.Message);
    }

    [SkippableFact]
    public void RealJetsOfAnExperiment_AreRead()
    {
        string path = SharedData.PathOrSkip("data", "cms-nanoaod-jets", "jets.csv.gz");
        JetTableInput.Tables.Write(Request(), new JetSourceSection()
        {
            Columns = new Dictionary<string, string>
            {
                ["pt"] = "pt * (1 - rawFactor)",
                ["truth_pt"] = "gen_pt",
                ["truth_eta"] = "gen_eta",
                ["truth_phi"] = "gen_phi",
                ["flavour"] = "partonFlavour",
                ["mu"] = "n_true_int",
            },
        }, path, _folder.At("cms.table"));
        Table jets = TableFile.Read(_folder.At("cms.table"));
        float[] pt = jets.Floats(JetColumns.Pt), truth = jets.Floats(JetColumns.TruthPt);
        Assert.Equal(5923, jets.RowCount); // README of the file
        Assert.Equal(77.625 * (1 - 0.109375), pt[0], 3);
        int[] hard = [.. Enumerable.Range(0, pt.Length).Where(row => truth[row] > 50)];
        Assert.InRange(hard.Select(row => pt[row] / truth[row]).Order().ElementAt(hard.Length / 2), 0.85, 1.1);
        Assert.All(jets.Floats(JetColumns.Flavour), flavour => Assert.InRange(flavour, 0, 21));
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
        _said.Dispose();
    }

    private Table Read(Table table, JetSourceSection section)
    {
        string input = _folder.At("in.table"), target = _folder.At("out.table");
        TableFile.Write(input, table);
        JetTableInput.Tables.Write(Request(), section, input, target);
        return TableFile.Read(target);
    }

    private StudyRequest Request() => new()
    {
        Verb = StudyVerb.Train,
        Recipe = new object(),
        Folder = _run,
        Progress = new RunProgress(
            new PlainDisplay(_said, TimeSpan.FromHours(1), TimeProvider.System), TimeProvider.System),
        Threads = 1,
    };
}
