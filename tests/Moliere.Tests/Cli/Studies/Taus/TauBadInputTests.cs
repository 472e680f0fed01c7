using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>What is unusual is counted and said; what cannot be carried out is refused with a sentence.</summary>
public sealed class TauBadInputTests : IDisposable
{
    private const int Count = 4800; // half of them to derive from

    private readonly TempFolder _folder = new();

    [Fact]
    public void UnusualTaus_AreCountedInTheReport()
    {
        ShellRun run = Run("run", "methods=[lc]", taus => Odd(taus,
            (TauColumns.Pt, (row, pt) => row % 100 == 0 ? -1 : pt),
            (TauColumns.TruthPt, (row, pt) => row % 60 == 1 ? 0 : pt),
            (TauColumns.TrackCount, (row, n) => row % 50 == 2 ? 0 : row % 75 == 4 ? 7 : n),
            (TauColumns.TruthMode, (row, mode) => row % 20 == 7 ? -1 : row % 20 == 8 ? 9 : mode)));
        AssertDone(run);
        string report = File.ReadAllText(_folder.At("run/report.html"));
        (string Label, string Number)[] counts =
        [
            ("taus of the table", "4\u202f800"), ("taus without a match", "80"),
            ("taus whose pT is zero, negative or no number", "48"), ("taus without tracks", "96"),
            ("taus with more than 5 tracks", "64"), ("taus whose true decay mode is none of the five", "480"),
        ];
        Assert.All(counts, count => Assert.Contains(
            $"<th scope=\"row\">{count.Label}</th><td>{count.Number}</td>", report, StringComparison.Ordinal));
    }

    [Fact]
    public void Sentinels_AreMissingValuesAndNoNumbers()
    {
        (string, Func<int, float, float>)[] Marked(float one, float other) =>
        [
            (TauColumns.PtSubstructure, (row, old) => row % 40 == 3 ? one : old),
            (TauColumns.NeutralMass, (row, old) => row % 30 == 5 ? other : old),
            (TauColumns.Mu, (row, old) => row % 90 == 6 ? one : old),
        ];
        string methods = "methods=[lc, calorimeter, combined]";
        ShellRun marked = Run("marked", methods, taus => Odd(taus, Marked(-1111, -999)));
        ShellRun unknown = Run("unknown", methods, taus => Odd(taus, Marked(float.NaN, float.NaN)));
        AssertDone(marked);
        AssertDone(unknown);
        Assert.Contains("taus lack values", marked.Error, StringComparison.Ordinal);
        Assert.Contains("pt_substructure 120 times", marked.Error, StringComparison.Ordinal);
        string metrics = File.ReadAllText(_folder.At("marked/metrics.json"));
        Assert.Equal(File.ReadAllText(_folder.At("unknown/metrics.json")), metrics);
        Assert.DoesNotContain("NaN", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingValues_AreRefusedOnRequest()
    {
        ShellRun run = Run(
            "run", "source.missing=refuse",
            taus => Odd(taus, (TauColumns.PionAsymmetry, (row, old) => row == 77 ? -1111 : old)));
        Assert.Equal(3, run.Code);
        Assert.Contains(TauColumns.PionAsymmetry, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
    }

    [Fact]
    public void MissingColumn_IsNamedOnceWithItsNearest()
    {
        ShellRun run = Run("run", "methods=[lc, combined]", taus => Renamed(taus, TauColumns.TrackCount, "n_tracks"));
        Assert.Equal(3, run.Code);
        Assert.Contains("found no column 'n_track', expected", run.Error, StringComparison.Ordinal);
        Assert.Contains("source.columns.n_track=", run.Error, StringComparison.Ordinal);
        Assert.Contains("n_tracks", run.Error, StringComparison.Ordinal);
        AssertDone(Run(
            "mapped", "methods=[lc, combined]", taus => Renamed(taus, TauColumns.TrackCount, "n_tracks"),
            "source.columns.n_track=n_tracks"));
    }

    [Fact]
    public void OnlyTausWithoutTracks_LeaveNothingToDerive()
    {
        ShellRun run = Run("run", "methods=[lc]", taus => Odd(taus, (TauColumns.TrackCount, (_, _) => 0)));
        Assert.Equal(3, run.Code);
        Assert.Contains("keeps none", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FewTaus_AreRefusedWithARemedy()
    {
        ShellRun run = Run("run", "methods=[lc, calorimeter]", taus => taus.Slice(0, 1000));
        Assert.Equal(3, run.Code);
        Assert.Contains("expected at least 2000", run.Error, StringComparison.Ordinal);
        Assert.Contains("simulate more events", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
    }

    [Fact]
    public void ModeWithoutTaus_IsNoObstacle()
    {
        ShellRun run = Run(
            "run", "methods=[lc, combined]",
            taus => Odd(taus, (TauColumns.TruthMode, (_, mode) => mode == (int)TauDecayMode.ThreeProngNeutrals
                ? (int)TauDecayMode.ThreeProng : mode)));
        AssertDone(run);
        string metrics = File.ReadAllText(_folder.At("run/metrics.json"));
        Assert.DoesNotContain("NaN", metrics, StringComparison.Ordinal);
        Assert.Contains(
            "\"tau_scale\",\"method\":\"combined\",\"variable\":\"truth_mode\",\"low\":4,\"high\":5,\"value\":null",
            metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyProbabilities_AreCountedAndTheScaleStaysFinite()
    {
        ShellRun run = Run("run", "methods=[lc, combined]", taus => Odd(
            new Table([.. taus.Columns, .. TauColumns.Modes.Select(name => Probability(taus, name))]),
            (TauColumns.Modes[0], (row, p) => row % 24 == 1 ? float.NaN : p)));
        AssertDone(run);
        Assert.Contains(
            "taus whose decay-mode probabilities are missing or sum to zero</th><td>360<",
            File.ReadAllText(_folder.At("run/report.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", File.ReadAllText(_folder.At("run/metrics.json")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void FeaturesThatATableLacks_AreDoneWithout()
    {
        ShellRun run = Run(
            "run", "methods=[lc, combined, mdn]",
            taus => new([.. taus.Columns.Where(column =>
                column.Name is not (TauColumns.PionAsymmetry or TauColumns.PresamplerFraction))]),
            "mdn.closure=false", "mdn.hidden=[8]", "training.epochs=2", "training.patience=0");
        AssertDone(run);
        Assert.Contains(
            "mdn does without clusters_presampler, pion_asymmetry, which the table lacks", run.Error,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // Every thirtieth row has no probabilities at all: zeros.
    private static FloatColumn Probability(Table taus, string name) => new(
        name, "", "", [.. Enumerable.Range(0, taus.RowCount).Select(row => row % 30 == 0 ? 0 : 0.2f)]);

    private static Table Odd(Table taus, params (string Name, Func<int, float, float> Value)[] changes) => new(
    [
        .. taus.Columns.Select(column =>
            Array.Find(changes, change => change.Name == column.Name).Value is { } value
                ? ((FloatColumn)column) with
                {
                    Values = [.. taus.Floats(column.Name).Select((old, row) => value(row, old))],
                }
                : column),
    ]);

    private static Table Renamed(Table taus, string name, string other) =>
        new([.. taus.Columns.Select(column => column.Name == name ? column with { Name = other } : column)]);

    private static void AssertDone(ShellRun run) => Assert.True(run.Code == 0, run.Error);

    private ShellRun Run(string name, string setting, Func<Table, Table> change, params string[] more)
    {
        string path = _folder.At($"{name}.table");
        TableFile.Write(path, change(ToyTauScales.Make(Count, seed: 3)));
        string[] settings =
        [
            "scales.rounds=4", "scales.max_depth=3", "validation.bootstrap=0", "validation.minimum_entries=20",
            "validation.importance_taus=0", setting, .. more,
        ];
        return ShellRun.Real(
        [
            "run", "taus", "--input", path, .. settings.SelectMany(one => new[] { "--set", one }),
            "--out", _folder.At(name),
        ]);
    }
}
