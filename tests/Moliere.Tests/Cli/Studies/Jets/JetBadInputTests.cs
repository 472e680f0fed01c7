using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

/// <summary>What is unusual is counted and said; what cannot be carried out is refused with a sentence.</summary>
public sealed class JetBadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void UnusualJets_AreCountedInTheReport()
    {
        string table = TinyJets.Write(_folder, 2400, jets =>
        {
            Table odd = TinyJets.With(jets, JetColumns.Pt, (row, pt) => row % 100 == 0 ? -1 : pt);
            odd = TinyJets.With(odd, JetColumns.TruthPt, (row, pt) => row % 60 == 1 ? 0 : pt);
            return TinyJets.With(odd, JetColumns.Weight, (row, _) => row % 1000 == 7 ? 1e6f : 1);
        });
        string report = ReportOf(table, "methods=[em]");
        string[] counts =
        [
            "<th scope=\"row\">jets of the table</th><td>2\u202f400</td>",
            "<th scope=\"row\">jets without a match</th><td>40</td>",
            "<th scope=\"row\">jets whose pT is zero, negative or no number</th><td>24</td>",
            "<th scope=\"row\">weights, smallest to largest size</th><td>1 to 1E+06</td>",
            "<th scope=\"row\">effective number of jets with these weights</th><td>3</td>",
        ];
        Assert.All(counts, count => Assert.Contains(count, report, StringComparison.Ordinal));
    }

    [Fact]
    public void SingleJetEvents_AreCounted()
    {
        string table = TinyJets.Write(_folder, 2401);
        Assert.Contains(
            "<th scope=\"row\">of them with fewer than two jets</th><td>1</td>", ReportOf(table, "methods=[em]"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TableWithoutConstituents_LeavesOutNetworksThatNeedThem()
    {
        string table = TinyJets.Write(_folder, 2400, jets => TinyJets.Without(
            jets, name => name.StartsWith("constituent", StringComparison.Ordinal)));
        ShellRun run = Run(table, "methods=[em, mlp, deepsets]", "learning.input=em");
        TinyJets.AssertDone(run);
        Assert.Contains("deepsets is left out: the table has no constituents", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.At("run"), "models", "mlp.model")));
        Assert.False(File.Exists(Path.Combine(_folder.At("run"), "models", "deepsets.model")));
    }

    [Fact]
    public void NetworkPerEtaBin_IsTrainedReadBackAndValidated()
    {
        string table = TinyJets.Write(_folder, 3000);
        string[] settings = ["methods=[em, mlp]", "learning.input=em", "mlp.eta_bins=[0, 1.2, 4.5]",
            "mlp.head=quantiles"];
        ShellRun run = Run(table, settings);
        TinyJets.AssertDone(run);
        Assert.Contains("mlp.eta1: 2 epochs over", run.Error, StringComparison.Ordinal);
        string[] models = [.. Directory.EnumerateFiles(Path.Combine(_folder.At("run"), "models"))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(["mlp.eta0.model", "mlp.eta1.model", "mlp.model"], models);
        ShellRun validated = ShellRun.Real(["validate", "jets", "--input", table, "--models", _folder.At("run"),
            .. TinyJets.Settings, .. settings.SelectMany(s => new[] { "--set", s }), "--out", _folder.At("v")]);
        TinyJets.AssertDone(validated);
        Assert.Equal(
            File.ReadAllText(_folder.At("run/figures/jet_closure-pt_true.csv")),
            File.ReadAllText(_folder.At("v/figures/jet_closure-pt_true.csv")));
        ShellRun wrong = ShellRun.Real(["run", "jets", "--input", table, "--set", "mlp.eta_bins=[1, 0]",
            "--out", _folder.At("w")]);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("expected none or two and more that ascend", wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("methods=[bdt]", 2, "bdt")]
    [InlineData("methods=[em, em]", 2, "twice")]
    [InlineData("selection.expression=truth_ptt > 3", 2, "truth_pt")]
    [InlineData("selection.expression=truth_pt > 1e6", 3, "keeps none")]
    [InlineData("limits=[{metric: jet_closur, method: em, max: 1}]", 2, "did you mean 'jet_closure'?")]
    public void ImpossibleRecipe_IsRefused(string assignment, int code, string phrase)
    {
        ShellRun run = Run(TinyJets.Write(_folder, 100), assignment);
        Assert.Equal(code, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
    }

    [Theory]
    [InlineData("methods=[gsc]", "expected at least 1000")]
    [InlineData("methods=[mlp]", "expected at least 1000")]
    public void FewJets_AreRefusedWithARemedy(string assignment, string phrase)
    {
        ShellRun run = Run(TinyJets.Write(_folder, 300), assignment);
        Assert.Equal(3, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.Contains("simulate more events", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewJetsForTheClosure_AreRefusedBeforeTheTraining()
    {
        string table = TinyJets.Write(_folder, 200);
        ShellRun run = Run(table, "methods=[em, mlp]", "learning.input=em");
        Assert.Equal(3, run.Code);
        Assert.Contains("fewer than the 300 that one knot of the closure needs", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("training mlp", run.Error, StringComparison.Ordinal);
        TinyJets.AssertDone(Run(table, "methods=[em, mlp]", "learning.input=em", "learning.closure=false"));
    }

    [Fact]
    public void MissingGlobals_AreImputedWithAFlagOrRefusedByNetworksAndLeftByTheChain()
    {
        string table = TinyJets.Write(_folder, 3000, jets => TinyJets.With(TinyJets.With(
            jets, "f_lar1", (row, old) => row % 20 == 0 ? -999 : old),
            JetColumns.Density, (row, old) => row % 30 == 1 ? float.NaN : old));
        string[] settings = ["methods=[em, mcjes, mlp]", "learning.input=em"];
        ShellRun imputed = Run(table, settings);
        TinyJets.AssertDone(imputed);
        Assert.Contains("250 jets lack values", imputed.Error, StringComparison.Ordinal);
        Assert.Contains(" training jets, 0 with missing inputs", imputed.Error, StringComparison.Ordinal);
        string report = File.ReadAllText(Path.Combine(_folder.At("run"), "report.html"));
        Assert.Contains("not calibrated by mlp</th><td>0<", report, StringComparison.Ordinal);
        Assert.Matches("not calibrated by mcjes</th><td>[1-9]", report);

        ShellRun refused = ShellRun.Real(["run", "jets", "--input", table, .. TinyJets.Settings,
            "--set", settings[0], "--set", settings[1], "--set", "learning.missing=refuse", "--out", _folder.At("b")]);
        TinyJets.AssertDone(refused);
        Assert.Matches(" training jets, [1-9][0-9]* with missing inputs", refused.Error);
        Assert.Matches("not calibrated by mlp</th><td>[1-9]", File.ReadAllText(_folder.At("b/report.html")));
    }

    [Fact]
    public void AnotherSeed_IsRefusedAtValidation()
    {
        string table = TinyJets.Write(_folder, 2400);
        TinyJets.AssertDone(Run(table, "methods=[em, mcjes]"));
        ShellRun run = ShellRun.Real(["validate", "jets", "--input", table, "--models", _folder.At("run"),
            "--seed", "2", .. TinyJets.Settings, "--set", "methods=[em, mcjes]", "--out", _folder.At("validation")]);
        Assert.Equal(2, run.Code);
        Assert.Contains("its test part would hold events of their training", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string ReportOf(string table, params string[] assignments)
    {
        TinyJets.AssertDone(Run(table, assignments));
        return File.ReadAllText(Path.Combine(_folder.At("run"), "report.html"));
    }

    private ShellRun Run(string table, params string[] assignments) => ShellRun.Real(
    [
        "run", "jets", "--input", table, .. TinyJets.Settings,
        .. assignments.SelectMany(assignment => new[] { "--set", assignment }), "--out", _folder.At("run"),
    ]);
}
