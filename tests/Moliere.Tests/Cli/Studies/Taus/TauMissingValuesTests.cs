using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>Marks of missing values and empty classes are no numbers: no figure may depend on which mark it was.</summary>
public sealed class TauMissingValuesTests : IDisposable
{
    private const int Count = 4800; // half of them to derive from

    private readonly TempFolder _folder = new();

    [Fact]
    public void Sentinels_GiveTheFiguresOfNoNumbers()
    {
        string[] marked = RunMarked("marked", -1111, -999), unknown = RunMarked("unknown", float.NaN, float.NaN);
        Assert.Equal(unknown, marked);
        Assert.DoesNotContain("NaN", marked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ModeWithoutTaus_IsNoObstacle()
    {
        string metrics = MetricsOf("run", TinyTaus.Changing(
            TauColumns.TruthMode, (_, mode) => mode == (int)TauDecayMode.ThreeProngNeutrals
                ? (int)TauDecayMode.ThreeProng : mode));
        Assert.DoesNotContain("NaN", metrics, StringComparison.Ordinal);
        Assert.Contains(
            "\"tau_scale\",\"method\":\"combined\",\"variable\":\"truth_mode\",\"low\":4,\"high\":5,\"value\":null",
            metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyProbabilities_AreCountedAndTheScaleStaysFinite()
    {
        string metrics = MetricsOf("run", taus => new(
        [
            .. taus.Columns,
            .. TauColumns.Modes.Select((name, mode) => new FloatColumn(
                name, "", "", [.. Enumerable.Range(0, Count).Select(row => Probability(row, mode))])),
        ]));
        Assert.DoesNotContain("NaN", metrics, StringComparison.Ordinal);
        Assert.Contains(
            "taus whose decay-mode probabilities are missing or sum to zero</th><td>360<",
            File.ReadAllText(_folder.At("run/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingColumn_IsNamedOnceAndMayHaveAnotherName()
    {
        string table = TinyTaus.Write(_folder, Count, taus => new(
            [.. taus.Columns.Select(column => column.Name == TauColumns.TrackCount
                ? column with { Name = "n_tracks" } : column)]));
        ShellRun run = TinyTaus.Run(table, _folder.At("run"), "methods=[lc, combined]");
        Assert.Equal(3, run.Code);
        Assert.Contains("found no column 'n_track', expected", run.Error, StringComparison.Ordinal);
        Assert.Contains("are n_tracks", run.Error, StringComparison.Ordinal);
        TinyTaus.AssertDone(TinyTaus.Run(
            table, _folder.At("run"), "methods=[lc, combined]", "source.columns.n_track=n_tracks"));
    }

    public void Dispose() => _folder.Dispose();

    // Nothing known of a thirtieth of the taus, one number missing of others.
    private static float Probability(int row, int mode) =>
        row % 30 == 0 ? 0 : row % 24 == 1 && mode == 0 ? float.NaN : 0.2f;

    private string[] RunMarked(string name, float one, float other) =>
    [
        MetricsOf(name, taus => TinyTaus.Changing(
            TauColumns.PtSubstructure, (row, old) => row % 40 == 3 ? one : old)(
            TinyTaus.Changing(TauColumns.NeutralMass, (row, old) => row % 30 == 5 ? other : old)(
            TinyTaus.Changing(TauColumns.Mu, (row, old) => row % 90 == 6 ? one : old)(taus)))),
        File.ReadAllText(_folder.At($"{name}/figures/tau_resolution_68-mu.csv")),
    ];

    private string MetricsOf(string name, Func<Table, Table> change)
    {
        ShellRun run = TinyTaus.Run(
            TinyTaus.Write(_folder, Count, change), _folder.At(name), "methods=[lc, calorimeter, combined]");
        TinyTaus.AssertDone(run);
        return File.ReadAllText(_folder.At($"{name}/metrics.json"));
    }
}
