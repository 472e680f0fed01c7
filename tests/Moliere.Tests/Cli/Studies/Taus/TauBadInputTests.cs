using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>What is unusual is counted and said; what cannot be carried out is refused with a sentence.</summary>
public sealed class TauBadInputTests : IDisposable
{
    private const string Classical = "methods=[lc, calorimeter, combined]";

    private readonly TempFolder _folder = new();

    [Fact]
    public void UnusualTaus_AreCountedInTheReport()
    {
        string table = TinyTaus.Write(_folder, 3000, taus => TinyTaus.Changing(
            TauColumns.TrackCount, (row, old) => row % 100 == 0 ? 0 : row % 150 == 1 ? 7 : old)(
            TinyTaus.Changing(TauColumns.TruthMode, (row, old) => row % 60 == 2 ? 5 : old)(
            TinyTaus.Changing(TauColumns.Pt, (row, old) => row % 200 == 3 ? -1 : old)(
            TinyTaus.Changing(TauColumns.TruthPt, (row, old) => row % 300 == 4 ? 0 : old)(taus)))));
        string report = ReportOf(table, "methods=[lc]");
        string[] counts =
        [
            "<th scope=\"row\">taus of the table</th><td>3\u202f000</td>",
            "<th scope=\"row\">taus without a match</th><td>10</td>",
            "<th scope=\"row\">taus whose pT is zero, negative or no number</th><td>15</td>",
            "<th scope=\"row\">taus without tracks</th><td>30</td>",
            "<th scope=\"row\">taus with more than 5 tracks</th><td>20</td>",
            "<th scope=\"row\">taus whose true decay mode is none of the five</th><td>50</td>",
        ];
        Assert.All(counts, count => Assert.Contains(count, report, StringComparison.Ordinal));
    }

    [Fact]
    public void SentinelsAndNoNumbers_AreCountedAndLeftToTheMethods()
    {
        string table = TinyTaus.Write(_folder, 6000, taus => TinyTaus.Changing(
            TauColumns.VertexCount, (row, old) => row % 20 == 0 ? -1111 : old)(
            TinyTaus.Changing(TauColumns.CenterLambda, (row, old) => row % 30 == 1 ? float.NaN : old)(
            TinyTaus.Changing(TauColumns.TrackCount, (row, old) => row % 40 == 2 ? -999 : old)(taus))));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"));
        TinyTaus.AssertDone(run);
        Assert.Contains("650 taus lack values", run.Error, StringComparison.Ordinal);
        Assert.Contains("n_pv 300 times", run.Error, StringComparison.Ordinal);
        string report = File.ReadAllText(_folder.At("run/report.html"));
        Assert.Matches("not calibrated by calorimeter</th><td>[1-9]", report);
        Assert.Contains("not calibrated by lc</th><td>0<", report, StringComparison.Ordinal);
        Assert.Contains("taus without tracks</th><td>150<", report, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingValues_AreRefusedWhereTheRecipeSaysSo()
    {
        string table = TinyTaus.Write(
            _folder, 300, TinyTaus.Changing(TauColumns.Density, (row, old) => row == 17 ? float.NaN : old));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), "source.missing=refuse", "methods=[lc]");
        Assert.Equal(3, run.Code);
        Assert.Contains("found NaN in rho", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltFeature_IsRefusedWithTheNearestNames()
    {
        string table = TinyTaus.Write(_folder, 300, taus => new(
            [.. taus.Columns.Select(column => column.Name == TauColumns.PtSubstructure
                ? ((FloatColumn)column) with { Name = "pt_substruct" } : column)]));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), Classical);
        Assert.Equal(3, run.Code);
        Assert.Contains("no column 'pt_substructure'", run.Error, StringComparison.Ordinal);
        Assert.Contains("pt_substruct", run.Error[run.Error.IndexOf("nearest", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
        Assert.Contains("source.columns.pt_substructure=", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FeatureLeftOutByName_IsDoneWithout()
    {
        string table = TinyTaus.Write(_folder, 6000, TinyTaus.Without(TauColumns.Density));
        ShellRun run = TinyTaus.Run(
            table, _folder.At("run"), "source.columns={pt: pt}", "methods=[lc, brt, mdn]");
        TinyTaus.AssertDone(run);
        Assert.Contains("has no rho; methods do without", run.Error, StringComparison.Ordinal);
        Assert.Contains("mdn does without rho", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("methods=[lc]", 3)]
    [InlineData("source.energy_unit=gev", 0)]
    [InlineData("source.units=atlas", 0)]
    public void MomentaOfThousandsOfGev_AreRefusedUnlessTheUnitIsSaid(string assignment, int code)
    {
        string table = TinyTaus.Write(_folder, 300, taus => TinyTaus.Without(TauColumns.Phi)(
            TinyTaus.Changing(TauColumns.Pt, (_, pt) => 1e5f + pt)(
            TinyTaus.Changing(TauColumns.TruthPt, (_, pt) => 1e5f + pt)(taus))));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), "methods=[lc]", assignment);
        Assert.True(run.Code == code, run.Error);
        Assert.Equal(code == 3, run.Error.Contains("--set source.units=atlas", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TauColumns.Pt, true)]
    [InlineData(TauColumns.TruthPt, true)]
    [InlineData(TauColumns.Eta, false)]
    public void TausWithoutMomenta_AreCounted(string column, bool isVital)
    {
        string table = TinyTaus.Write(_folder, 3000, TinyTaus.Changing(
            column, (row, old) => row % 100 == 0 ? -999 : row % 100 == 1 ? float.NaN : old));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), "methods=[lc]");
        TinyTaus.AssertDone(run);
        Assert.Contains(
            isVital ? $"60 taus have no positive {column}" : $"{column} 60 times", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DecayModesWithoutTruth_AreRefusedBeforeTheyAreRead()
    {
        string table = TinyTaus.Write(_folder, 300, TinyTaus.Without(TauColumns.TruthMode));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), Classical);
        Assert.Equal(3, run.Code);
        Assert.Contains("found no column 'truth_mode'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("methods=[bdt]", 2, "bdt")]
    [InlineData("methods=[lc, lc]", 2, "twice")]
    [InlineData("selection.expression=truth_ptt > 3", 2, "truth_pt")]
    [InlineData("selection.expression=truth_pt > 1e6", 3, "keeps none")]
    [InlineData("limits=[{metric: tau_scal, method: lc, max: 1}]", 2, "did you mean 'tau_scale'?")]
    public void ImpossibleRecipe_IsRefused(string assignment, int code, string phrase)
    {
        ShellRun run = TinyTaus.Run(TinyTaus.Write(_folder, 100), _folder.At("run"), assignment);
        Assert.Equal(code, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
    }

    [Theory]
    [InlineData(Classical, "give a table with more taus")]
    [InlineData("methods=[mdn]", "give a table with more taus")]
    public void FewTaus_AreRefusedWithARemedy(string assignment, string phrase)
    {
        ShellRun run = TinyTaus.Run(TinyTaus.Write(_folder, 200), _folder.At("run"), assignment);
        Assert.Equal(3, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("simulate", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherSeed_IsRefusedAtValidation()
    {
        string table = TinyTaus.Write(_folder, 6000);
        TinyTaus.AssertDone(TinyTaus.Run(table, _folder.At("run"), Classical));
        ShellRun run = ShellRun.Real(["validate", "taus", "--input", table, "--models", _folder.At("run"),
            "--seed", "2", .. TinyTaus.Settings, "--set", Classical, "--out", _folder.At("validation")]);
        Assert.Equal(2, run.Code);
        Assert.Contains("its test part would hold events of their training", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string ReportOf(string table, params string[] assignments)
    {
        TinyTaus.AssertDone(TinyTaus.Run(table, _folder.At("run"), assignments));
        return File.ReadAllText(_folder.At("run/report.html"));
    }
}
