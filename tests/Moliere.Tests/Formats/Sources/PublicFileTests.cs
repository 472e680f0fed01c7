using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Sources;

/// <summary>Columns of public files against sums that other readers found.</summary>
public sealed class PublicFileTests
{
    [SkippableTheory]
    [InlineData("nanoAOD_2015_CMS_Open_Data_ttbar.root", "Events")]
    [InlineData("uproot-small-flat-tree.root", "tree")]
    [InlineData("uproot-Zmumu-zlib.root", "events")]
    public void FlatColumns_HaveTheSumsOfOtherReaders(string file, string tree)
    {
        string path = SharedData.PathOrSkip("data", "root", file);
        using ITableSource source = TableSources.Open($"{path}:{tree}");
        using JsonDocument facts = JsonDocument.Parse(
            File.ReadAllBytes(SharedData.PathOrSkip("data", "root", "expected.json")));
        JsonElement branches = facts.RootElement.GetProperty(file).GetProperty("trees").GetProperty(tree)
            .GetProperty("branches");
        SourceColumn[] columns = [.. source.Columns.Where(column => branches.TryGetProperty(column.Name, out _))];
        Table table = source.Read(0, (int)source.RowCount, [.. columns.Select(column => column.Name)], threads: 2);
        Assert.True(columns.Length > 10);
        Assert.All(columns, column => AssertEqual(branches.GetProperty(column.Name), table[column.Name]));
    }

    [SkippableFact]
    public void PartsOfEntries_AreThoseOfTheWhole()
    {
        string path = SharedData.PathOrSkip("data", "root", "nanoAOD_2015_CMS_Open_Data_ttbar.root");
        using ITableSource source = TableSources.Open($"{path}:Events");
        string[] names = ["event", "MET_pt", "Jet_pt", "Jet_genJetIdx", "GenJet_pt"];
        Table whole = source.Read(0, 200, names);
        Table[] parts = [source.Read(0, 77, names), source.Read(77, 100, names), source.Read(177, 23, names)];
        Table joined = ColumnJoin.Rows(parts);
        Assert.Equal(whole.Longs("event"), joined.Longs("event"));
        Assert.Equal(whole.Floats("MET_pt"), joined.Floats("MET_pt"));
        Assert.Equal(whole.Jagged<float>("Jet_pt").Offsets, joined.Jagged<float>("Jet_pt").Offsets);
        Assert.Equal(whole.Jagged<int>("Jet_genJetIdx").Values, joined.Jagged<int>("Jet_genJetIdx").Values);
    }

    [SkippableFact]
    public void ObjectsOfSeveralFiles_GiveTheirMembers()
    {
        string folder = SharedData.PathOrSkip("data", "root");
        using ITableSource chain = TableSources.Open(Path.Combine(folder, "chain.?.root"));
        Assert.Equal(20, chain.RowCount);
        Table table = chain.Read(5, 10, ["evt.F64", "evt/N", "evt.StlVecF64"]);
        Assert.Equal([5f, 6, 7, 8, 9, 10, 11, 12, 13, 14], table.Floats("evt.F64"));
        Assert.Equal([5L, 6, 7, 8, 9, 0, 1, 2, 3, 4], table.Longs("evt/N"));
        Assert.Equal(45, table.Jagged<float>("evt.StlVecF64").Values.Length);
        Assert.Contains(
            "name one of its members, such as evt.Beg",
            Assert.Throws<InvalidFileException>(() => chain.Read(0, 1, ["evt"])).Message);
    }

    [SkippableFact]
    public void Friends_GoByEntry()
    {
        string one = SharedData.PathOrSkip("data", "root", "join1.root");
        string two = SharedData.PathOrSkip("data", "root", "join2.root");
        using ITableSource both = TableSources.Open(one, [$"{two}:j2"]);
        Table table = both.Read(9, 1, ["b10", "b21", "j2.b20"]);
        Assert.Equal((110f, 210L, 210f), (table.Floats("b10")[0], table.Longs("b21")[0], table.Floats("j2.b20")[0]));
    }

    [SkippableFact]
    public void AtlasCollections_AreListsUnderTheirOwnNames()
    {
        string path = SharedData.PathOrSkip("data", "root", "PHYSLITE_example.root");
        using ITableSource source = TableSources.Open($"{path}:CollectionTree");
        Assert.Equal(ColumnKind.FloatList, source.Require("AnalysisJetsAuxDyn.pt").Kind);
        Table table = source.Read(0, 100, ["AnalysisJetsAuxDyn.pt", "EventInfoAuxDyn.eventNumber"]);
        Assert.Equal(37933254.39746094, table.Jagged<float>("AnalysisJetsAuxDyn.pt").Values.Sum(x => (double)x), 3);
        Assert.Equal(760861348, table.Longs("EventInfoAuxDyn.eventNumber").Sum());
        Assert.Contains(
            "the nearest names are 'AnalysisJetsAuxDyn.pt'",
            Assert.Throws<InvalidFileException>(() => source.Require("AnalysisJetsAuxDyn.ptt")).Message);
    }

    private static void AssertEqual(JsonElement facts, Column column)
    {
        double[] values = column switch
        {
            FloatColumn floats => [.. floats.Values.Select(value => (double)value)],
            LongColumn longs => [.. longs.Values.Select(value => (double)value)],
            JaggedColumn<float> lists => [.. lists.Values.Select(value => (double)value)],
            _ => [.. ((JaggedColumn<int>)column).Values.Select(value => (double)value)],
        };
        Assert.True(facts.GetProperty("n").GetInt64() == values.Length, column.Name);
        bool isFinite = Array.TrueForAll(values, double.IsFinite);
        if (isFinite && facts.TryGetProperty("sum", out JsonElement sum) && sum.ValueKind == JsonValueKind.Number)
        {
            double scale = Math.Max(1e-30, values.Sum(Math.Abs));
            Assert.True(Math.Abs(sum.GetDouble() - values.Sum()) <= 1e-6 * scale, $"{column.Name}: {values.Sum()}");
        }
    }
}
