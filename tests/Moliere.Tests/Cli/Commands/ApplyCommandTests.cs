using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Tables;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Commands;

[Collection(FinishedStudies.Name)]
public sealed class ApplyCommandTests(FinishedStudy finished) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder.At("calibrated.root");

    private Table Clusters => TableFile.Read(finished.At("tables/clusters.table"));

    [Fact]
    public void TableOfTheHouse_GetsWhatTheMethodsSay()
    {
        ShellRun run = ShellRun.Real("apply", finished.Run, finished.At("tables/clusters.table"), "-o", Target);
        Assert.True(run.Code == 0, run.Error);
        int rows = Clusters.RowCount;
        Assert.Equal($"Wrote {Target}: tree moliere, {rows} entries, {rows} clusters.\n", run.Out);
        Predictions bnn = NetworkFile.Read(finished.At("models/bnn.model"), threads: 1).Apply(Clusters);
        float[] signals = Clusters.Floats(ClusterColumns.EnergyEm);
        float[] energy = Floats("bnn_e"), stat = Floats("bnn_sigma_stat");
        for (int row = 0; row < signals.Length; row++)
        {
            double expected = signals[row] / bnn.Response[row];
            Assert.Equal(expected, energy[row], 1e-6 * Math.Abs(expected));
            double sigma = Math.Abs(expected) * bnn.SigmaStat![row] / bnn.Response[row];
            Assert.Equal(sigma, stat[row], 1e-5 * sigma);
        }

        Assert.Contains("lcw_e", Names());
        Assert.DoesNotContain("lcw_sigma_stat", Names());
        Assert.Contains("mdn_sigma_syst", Names());
        Assert.DoesNotContain("mdn_sigma_stat", Names());
    }

    [Fact]
    public void EventsWithLists_InAnotherUnit_KeepEntriesAndUnit()
    {
        string events = WriteEvents(_folder.At("events.root"));
        string recipe = _folder.At("my.yaml");
        ShellRun init = ShellRun.Real("init", "clusters", events, "--out", recipe);
        Assert.True(init.Code == 0, init.Error);
        Assert.Contains("so MeV", init.Error, StringComparison.Ordinal);
        ShellRun run = ShellRun.Real(
            "apply", finished.Run, events, "-o", Target, "--recipe", recipe, "--method", "mdn", "--threads", "1");
        Assert.True(run.Code == 0, run.Error);
        (int[] offsets, float[] energy) = Lists("mdn_e");
        (int[] ofEvents, _) = Lists("Clusters.rawE", events);
        Assert.Equal(ofEvents, offsets);
        Predictions mdn = NetworkFile.Read(finished.At("models/mdn.model"), threads: 1).Apply(Clusters);
        float[] signals = Clusters.Floats(ClusterColumns.EnergyEm);
        Assert.All(Enumerable.Range(0, signals.Length), row =>
        {
            double expected = 1000 * signals[row] / mdn.Response[row];
            Assert.Equal(expected, energy[row], 1e-3 * Math.Abs(expected));
        });
    }

    [Fact]
    public void Copy_HasTheBranchesOfTheInputToo()
    {
        string events = WriteEvents(_folder.At("events.root"));
        ShellRun init = ShellRun.Real("init", "clusters", events, "--out", _folder.At("my.yaml"));
        Assert.True(init.Code == 0, init.Error);
        ShellRun run = ShellRun.Real(
            "apply", finished.Run, events, "-o", Target, "--recipe", _folder.At("my.yaml"), "--copy", "--method",
            "mdn");
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(Lists("Clusters.rawE", events).Values, Lists("Clusters.rawE").Values);
        Assert.Contains("mdn_status", Names());
        Assert.Contains("tree events", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyNumberOfThreads_GivesTheSameBytes()
    {
        string table = finished.At("tables/clusters.table");
        Assert.Equal(0, ShellRun.Real("apply", finished.Run, table, "-o", Target, "--threads", "1").Code);
        byte[] one = File.ReadAllBytes(Target);
        Assert.Equal(0, ShellRun.Real("apply", finished.Run, table, "-o", Target, "--threads", "2", "--force").Code);
        Assert.Equal(one, File.ReadAllBytes(Target));
    }

    [Fact]
    public void UnknownMethodExistingFileOrMissingColumn_IsRefusedAndNothingWritten()
    {
        string table = finished.At("tables/clusters.table");
        ShellRun unknown = ShellRun.Real("apply", finished.Run, table, "-o", Target, "--method", "mdm");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("did you mean 'mdn'?", unknown.Error, StringComparison.Ordinal);
        string few = _folder.Write("few.csv", "e_em [GeV],rapidity\n1.5,0.2\n");
        ShellRun missing = ShellRun.Real("apply", finished.Run, few, "-o", Target, "--method", "mdn");
        Assert.Equal(3, missing.Code);
        Assert.Contains("'significance'", missing.Error, StringComparison.Ordinal);
        Assert.Contains("--recipe", missing.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullName, "calibrated*"));
        File.WriteAllText(Target, "mine");
        Assert.Equal(2, ShellRun.Real("apply", finished.Run, table, "-o", Target).Code);
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Fact]
    public void DisplacedRun_IsSaidToHoldWhatItHolds()
    {
        string Advice() => ShellRun.Real("apply", _folder.FullName, "a.root:jets", "-o", Target).Error
            .ReplaceLineEndings(" ");
        _folder.Write("recipe.yaml", "study: displaced\n");
        Assert.DoesNotContain("README.txt", Advice(), StringComparison.Ordinal);
        Assert.Contains("moliere export", Advice(), StringComparison.Ordinal);
        _folder.Write("preserved/README.txt", "");
        Assert.Contains("holds network and event trees for other programs", Advice(), StringComparison.Ordinal);
        _folder.Write("preserved/efficiency-map.json", "");
        Assert.Contains("event trees and efficiency map", Advice(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // One entry per event, energies in MeV, names as an experiment has them.
    private string WriteEvents(string path)
    {
        (string Column, string Branch)[] names =
        [
            (ClusterColumns.EnergyEm, "rawE"), (ClusterColumns.Rapidity, "rawEta"),
            (ClusterColumns.EnergyDeposited, "ENG_CALIB_TOT"), (ClusterColumns.Significance, "SIGNIFICANCE"),
            (ClusterColumns.Time, "time"), (ClusterColumns.TimeVariance, "SECOND_TIME"),
            (ClusterColumns.Lambda, "CENTER_LAMBDA"), (ClusterColumns.CenterMagnitude, "CENTER_MAG"),
            (ClusterColumns.EmFraction, "ENG_FRAC_EM"), (ClusterColumns.EnergyDensity, "FIRST_ENG_DENS"),
            (ClusterColumns.Longitudinal, "LONGITUDINAL"), (ClusterColumns.Lateral, "LATERAL"),
            (ClusterColumns.PtD, "PTD"), (ClusterColumns.Isolation, "ISOLATION"),
        ];
        Table clusters = Clusters;
        int[] offsets = OffsetsOf(clusters.Longs(ClusterColumns.Event));
        int[] firsts = offsets[..^1];
        using var file = new RootFileWriter(path);
        RootTreeWriter tree = file.Tree("events", "",
        [
            new("eventNumber", RootLeafType.Int64), new("avgMu", RootLeafType.Float32),
            new("nPrimVtx", RootLeafType.Float32),
            .. names.Select(name => RootBranchSpec.Vector($"Clusters.{name.Branch}", RootLeafType.Float32)),
        ]);
        tree.Append(
        [
            new NumberArray<long>(Array.ConvertAll(firsts, row => clusters.Longs(ClusterColumns.Event)[row])),
            new NumberArray<float>(Array.ConvertAll(firsts, row => clusters.Floats(ClusterColumns.Mu)[row])),
            new NumberArray<float>(Array.ConvertAll(firsts, row => clusters.Floats(ClusterColumns.VertexCount)[row])),
            .. names.Select(name => new ListArray(offsets, new NumberArray<float>(InMeV(clusters, name.Column)))),
        ]);
        file.Complete();
        return path;
    }

    private static float[] InMeV(Table clusters, string column) => column is ClusterColumns.EnergyEm
        or ClusterColumns.EnergyDeposited or ClusterColumns.EnergyDensity
            ? Array.ConvertAll(clusters.Floats(column), value => value * 1000)
            : clusters.Floats(column);

    private static int[] OffsetsOf(long[] events) =>
    [
        .. Enumerable.Range(0, events.Length).Where(row => row == 0 || events[row] != events[row - 1]), events.Length,
    ];

    private float[] Floats(string name) => ((NumberArray<float>)Read(Target, name)).Values;

    private (int[] Offsets, float[] Values) Lists(string name, string? path = null)
    {
        var lists = (ListArray)Read(path ?? Target, name);
        return (lists.Offsets, ((NumberArray<float>)lists.Content).Values);
    }

    private string[] Names()
    {
        using RootFile file = RootFile.Open(Target);
        return [.. RootDatasets.Open(file).Fields.Select(field => field.Name)];
    }

    private static RootArray Read(string path, string name)
    {
        using RootFile file = RootFile.Open(path);
        IRootDataset data = RootDatasets.Open(file);
        return data.Read(data.Fields.First(field => field.Name == name), 0, (int)data.EntryCount);
    }
}
