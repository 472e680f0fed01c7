using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

public sealed class TauApplicationTests(FinishedTauStudy finished) : IClassFixture<FinishedTauStudy>, IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder.At("calibrated.root");

    [Fact]
    public void TableOfTaus_GetsWhatTheMethodsSay()
    {
        ShellRun run = ShellRun.Real("apply", finished.Run, finished.Table, "-o", Target);
        TinyTaus.AssertDone(run);
        Assert.Equal($"Wrote {Target}: tree moliere, 8000 entries, 8000 taus.\n", run.Out);
        Table taus = TableFile.Read(finished.Table);
        float[] pt = taus.Floats(TauColumns.Pt), combined = Floats("combined_pt");
        Predictions expected = TauScalesFile.Read(finished.At("models/scales.json")).Of("combined").Apply(taus);
        Assert.All(Enumerable.Range(0, pt.Length), row =>
            Assert.Equal(pt[row] / expected.Response[row], combined[row], 1e-4 * combined[row]));
        Table complete = TauScalesFile.Read(finished.At("models/scales.json")).Complete(taus);
        Assert.All((string[])[TauColumns.PtCalorimeter, TauColumns.PtCombined, .. TauColumns.Modes],
            name => Assert.Equal(complete.Floats(name), Floats(name)));
        Assert.All((string[])["brt_pt", "mdn_pt", "mdn_sigma_syst"], branch => Assert.All(
            Floats(branch), value => Assert.True(value > 0 && float.IsFinite(value), branch)));
    }

    [Fact]
    public void TausWithoutTracksOrTruth_KeepTheirOwnMomentum()
    {
        string data = TinyTaus.Write(_folder, 300, taus => TinyTaus.Without(TauColumns.TruthPt, TauColumns.TruthMode)(
            TinyTaus.Changing(TauColumns.TrackCount, (row, old) => row % 10 == 0 ? 0 : old)(taus)));
        TinyTaus.AssertDone(ShellRun.Real("apply", finished.Run, data, "-o", Target, "--method", "mdn"));
        float[] pt = TableFile.Read(data).Floats(TauColumns.Pt);
        float[] found = Floats("mdn_pt"), status = Floats("mdn_status");
        Assert.All(Enumerable.Range(0, 300).Where(row => row % 10 == 0), row =>
        {
            Assert.Equal(1, status[row]);
            Assert.Equal(pt[row], found[row], 1e-4 * pt[row]);
        });
        Assert.Equal(30, status.Count(value => value > 0));
    }

    [Fact]
    public void MomentaInMev_AreRefusedWhereTheyAreReadAsGev()
    {
        string data = TinyTaus.Write(_folder, 300, TinyTaus.Changing(TauColumns.Pt, (_, pt) => 1000 * pt));
        ShellRun run = ShellRun.Real("apply", finished.Run, data, "-o", Target, "--method", "mdn");
        Assert.Equal(3, run.Code);
        Assert.Contains("--set source.units=atlas", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void CsvFile_IsReadToo()
    {
        string csv = _folder.At("taus.csv");
        using (var source = new TableFileSource(TinyTaus.Write(_folder, 200)))
        {
            CsvTableWriter.Write(csv, source, [.. source.Columns.Select(column => column.Name)]);
        }

        TinyTaus.AssertDone(ShellRun.Real("apply", finished.Run, csv, "-o", Target, "--method", "brt"));
        Assert.Equal(200, Floats("brt_pt").Count(pt => pt > 0));
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        string data = TinyTaus.Write(_folder, 300, TinyTaus.Without(TauColumns.VertexCount));
        ShellRun run = ShellRun.Real("apply", finished.Run, data, "-o", Target, "--method", "combined");
        Assert.Equal(3, run.Code);
        Assert.Contains("n_pv", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Export_WritesTreesForXgboostAndTheNetworkForOnnx()
    {
        string trees = _folder.At("brt.json"), network = _folder.At("mdn.onnx");
        TinyTaus.AssertDone(ShellRun.Real("export", finished.Run, "--method", "brt", "--out", trees));
        Assert.Equal(File.ReadAllBytes(finished.At("models/brt.json")), File.ReadAllBytes(trees));
        TinyTaus.AssertDone(ShellRun.Real("export", finished.Run, "--method", "mdn", "--out", network));
        Assert.True(new FileInfo(network).Length > 1000);
        ShellRun tables = ShellRun.Real("export", finished.Run, "--method", "combined", "--out", _folder.At("c"));
        Assert.Equal(2, tables.Code);
        Assert.Contains("it is a set of look-up tables", tables.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_WritesTreesAsSourceThatAgreesWithThem()
    {
        string source = _folder.At("brt.py");
        string[] order = ["export", finished.Run, "--method", "brt", "--as", "python", "--out", source];
        TinyTaus.AssertDone(ShellRun.Real(order));
        Assert.Contains("# training_run: run taus", File.ReadAllText(source), StringComparison.Ordinal);
        string again = _folder.At("again.py");
        TinyTaus.AssertDone(
            ShellRun.Real("export", finished.At("models/brt.json"), "--as", "python", "--out", again));
        Assert.Equal(File.ReadAllText(_folder.At("brt.csv")), File.ReadAllText(_folder.At("again.csv")));
        ShellRun second = ShellRun.Real(order);
        Assert.Equal(2, second.Code);
        Assert.Contains("replace it with --force", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--method", "mdn", "--as", "cpp", "--out", "x.hpp", "'mdn' of '")]
    [InlineData("--method", "brt", "--as", "cpp", "--out", "x.py", "end it in .hpp")]
    [InlineData("--method", "brt", "--as", "fortran", "--out", "x.f", "fortran")]
    [InlineData("--form", "one-pass", "--as", "cpp", "--out", "x.hpp", "leave one of them out")]
    [InlineData("--as", "cpp", "--out", "x.hpp", "say which one with --method")]
    public void SourceThatCannotBeWritten_IsRefused(params string[] words)
    {
        ShellRun run = ShellRun.Real(["export", finished.Run, .. words[..^2], _folder.At(words[^2])]);
        Assert.Equal(2, run.Code);
        Assert.Contains(words[^1], run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At(words[^2])));
    }

    [Theory]
    [InlineData("export", "brt", "trees.onnx", "end it in .json")]
    [InlineData("export", "mdn", "mdn.json", "end it in .onnx")]
    [InlineData("export", "lc", "lc.json", "the value of the file itself")]
    [InlineData("apply", "lc", "x.root", "the value of the file itself")]
    public void WhatCannotBeWritten_IsRefused(string verb, string method, string file, string phrase)
    {
        string[] target = ["--method", method, "--out", _folder.At(file)];
        ShellRun run = ShellRun.Real(
            [verb, finished.Run, .. verb == "apply" ? new[] { finished.Table } : [], .. target]);
        Assert.Equal(2, run.Code);
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At(file)));
    }

    public void Dispose() => _folder.Dispose();

    private float[] Floats(string branch)
    {
        using ITableSource tree = TableSources.Open(Target);
        Table read = tree.Read(0, (int)tree.RowCount, [branch]);
        return read[branch] is LongColumn whole ? [.. whole.Values.Select(value => (float)value)] : read.Floats(branch);
    }
}
