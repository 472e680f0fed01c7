using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus.Sources;

/// <summary>Tables of users: names of an experiment, MeV, marks of missing values, lists, CSV and ROOT.</summary>
public sealed class TauTableInputTests : IDisposable
{
    private const string Methods = "methods=[lc, calorimeter, combined]";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NamesOfAnExperiment_AreTakenAndItsScalesUsed()
    {
        string root = Root("ntuple", TinyTaus.AsInExperiment(ToyTauScales.Make(3000, seed: 5)));
        ShellRun run = TinyTaus.Run(root, _folder.At("run"), "source.units=atlas", Methods);
        TinyTaus.AssertDone(run);
        Assert.Contains("pt_combined is TauJetsAuxDyn.ptCombined", run.Error, StringComparison.Ordinal);
        Assert.Contains("p_3pxn is TauJetsAuxDyn.NNDecayModeProb_3pXn", run.Error, StringComparison.Ordinal);
        Table taus = TableFile.Read(_folder.At("run/tables/taus.table"));
        float[] pt = taus.Floats(TauColumns.Pt), combined = taus.Floats(TauColumns.PtCombined);
        Assert.All(Enumerable.Range(0, pt.Length), row => Assert.Equal(pt[row] / 0.93, combined[row], 1e-3 * pt[row]));
        Assert.Equal(ToyTauScales.Make(3000, seed: 5).Floats(TauColumns.TruthPt)[7],
            taus.Floats(TauColumns.TruthPt)[7], 1e-3);
    }

    [Fact]
    public void MarksOfMissingMomenta_AreFoundBehindTheirUnits()
    {
        Table taus = TinyTaus.Changing("TauJetsAuxDyn.ptPanTauCellBased", (row, old) => row % 100 == 0 ? -1111 : old)(
            TinyTaus.AsInExperiment(ToyTauScales.Make(1000, seed: 5)));
        ShellRun run = TinyTaus.Run(
            Root("ntuple", taus), _folder.At("run"), "source.units=atlas", "methods=[lc]");
        TinyTaus.AssertDone(run);
        Assert.Contains("10 taus lack values", run.Error, StringComparison.Ordinal);
        Assert.Contains("pt_substructure 10 times", run.Error, StringComparison.Ordinal);
        Assert.Equal(10, TableFile.Read(_folder.At("run/tables/taus.table"))
            .Floats(TauColumns.PtSubstructure).Count(float.IsNaN));
    }

    [Fact]
    public void ListsOfTaus_GiveTheRowsOfFlatOnes()
    {
        Table flat = ToyTauScales.Make(800, seed: 6);
        Table lists = new(
        [
            new LongColumn(TauColumns.Event, "", "", [.. Enumerable.Range(0, 400).Select(i => (long)i)]),
            .. flat.Columns.OfType<FloatColumn>().Select(column => new JaggedColumn<float>(
                column.Name, "", "", [.. Enumerable.Range(0, 401).Select(i => 2 * i)], column.Values)),
        ]);
        TinyTaus.AssertDone(TinyTaus.Run(Root("flat", flat), _folder.At("a"), "methods=[lc]"));
        TinyTaus.AssertDone(TinyTaus.Run(Root("lists", lists), _folder.At("b"), "methods=[lc]"));
        Table one = TableFile.Read(_folder.At("a/tables/taus.table"));
        Table other = TableFile.Read(_folder.At("b/tables/taus.table"));
        Assert.Equal(one.Floats(TauColumns.Pt), other.Floats(TauColumns.Pt));
        Assert.Equal(one.Longs(TauColumns.Event), other.Longs(TauColumns.Event));
    }

    [Fact]
    public void Expressions_MakeColumnsOfACsvFile()
    {
        string csv = _folder.At("taus.csv"), table = TinyTaus.Write(_folder, 500);
        using (var source = new TableFileSource(table))
        {
            CsvTableWriter.Write(csv, source, [.. source.Columns.Select(column => column.Name)]);
        }

        TinyTaus.AssertDone(TinyTaus.Run(
            csv, _folder.At("run"), "source.columns={pt: 2 * pt, truth_pt: truth_pt}", "methods=[lc]"));
        float[] pt = TableFile.Read(table).Floats(TauColumns.Pt);
        Assert.Equal(
            pt.Select(value => 2 * value), TableFile.Read(_folder.At("run/tables/taus.table")).Floats(TauColumns.Pt));
    }

    [Fact]
    public void Init_GuessesTheColumnsOfAnExperiment()
    {
        string root = Root("ntuple", TinyTaus.AsInExperiment(ToyTauScales.Make(300, seed: 5)));
        string recipe = _folder.At("my.yaml");
        ShellRun init = ShellRun.Real("init", "taus", root, "--out", recipe);
        TinyTaus.AssertDone(init);
        Assert.Contains("so MeV", init.Error, StringComparison.Ordinal);
        string text = File.ReadAllText(recipe);
        Assert.Contains("units: atlas", text, StringComparison.Ordinal);
        Assert.Contains("truth_pt: 'TauJetsAuxDyn.truthPtVisDressed'", text, StringComparison.Ordinal);
        TinyTaus.AssertDone(ShellRun.Real(
            ["run", recipe, .. TinyTaus.Settings, "--set", "methods=[lc]", "--out", _folder.At("run")]));
    }

    private string Root(string name, Table taus)
    {
        string table = _folder.At($"{name}.table"), root = _folder.At($"{name}.root");
        TableFile.Write(table, taus);
        using var source = new TableFileSource(table);
        RootTableFile.Write(root, "taus", "taus", source, threads: 1);
        return root;
    }
}
