using Moliere.Calibration.Classical.Jets;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

public sealed class JetApplicationTests(FinishedJetStudy finished) : IClassFixture<FinishedJetStudy>, IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder.At("calibrated.root");

    [Fact]
    public void TableOfJets_GetsWhatTheMethodsSay()
    {
        ShellRun run = ShellRun.Real("apply", finished.Run, finished.At("tables/jets.table"), "-o", Target);
        TinyJets.AssertDone(run);
        Assert.Equal($"Wrote {Target}: tree moliere, 3000 entries, 3000 jets.\n", run.Out);
        Table jets = TableFile.Read(finished.At("tables/jets.table"));
        JetChain chain = JetChainFile.Read(finished.At("models/chain.json"));
        AssertCalibrated(jets, chain.UpTo("gsc").Apply(jets), "gsc");
        JetNetworkCalibration network = JetNetworkFile.Read(
            finished.At("models/deepsets.model"), threads: 1, chain.UpTo("mcjes"));
        Predictions said = network.Apply(jets);
        AssertCalibrated(jets, said, "deepsets");
        float[] sigma = Floats("deepsets_sigma_syst"), pt = jets.Floats(JetColumns.Pt);
        Assert.Equal(pt[5] * said.SigmaSyst![5] / (said.Response[5] * said.Response[5]), sigma[5], 1e-4 * sigma[5]);
    }

    [Fact]
    public void TableWithoutTruthAndConstituents_GetsTheChain()
    {
        string data = TinyJets.Write(_folder, 300, jets => TinyJets.Without(jets, name =>
            name.StartsWith("truth", StringComparison.Ordinal) || name.StartsWith("const", StringComparison.Ordinal)));
        ShellRun run = ShellRun.Real("apply", finished.Run, data, "-o", Target, "--method", "mcjes", "--method",
            "deepsets");
        TinyJets.AssertDone(run);
        Assert.Contains("deepsets is left out", run.Error, StringComparison.Ordinal);
        Assert.All(Floats("mcjes_pt"), pt => Assert.True(pt > 0 && float.IsFinite(pt)));
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        string data = TinyJets.Write(_folder, 300, jets => TinyJets.Without(jets, name => name == JetColumns.Density));
        ShellRun run = ShellRun.Real("apply", finished.Run, data, "-o", Target, "--method", "mcjes");
        Assert.Equal(3, run.Code);
        Assert.Contains("rho", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Export_OfAJetNetworkIsRefusedWithAReason()
    {
        ShellRun run = ShellRun.Real(
            "export", finished.Run, "--method", "deepsets", "--out", _folder.At("deepsets.onnx"));
        Assert.Equal(2, run.Code);
        Assert.Contains("holds calibrations of jets", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertCalibrated(Table jets, Predictions expected, string method)
    {
        float[] pt = jets.Floats(JetColumns.Pt), found = Floats($"{method}_pt");
        Assert.All(Enumerable.Range(0, pt.Length), row =>
            Assert.Equal(pt[row] / expected.Response[row], found[row], 1e-4 * found[row]));
    }

    private float[] Floats(string branch)
    {
        using ITableSource tree = TableSources.Open(Target);
        return tree.Read(0, (int)tree.RowCount, [branch]).Floats(branch);
    }
}
