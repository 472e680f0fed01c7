using Moliere.Cli;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters.Sources;

/// <summary>The whole study on a table with names, units and columns of its own.</summary>
public sealed class ForeignTableTests : IDisposable
{
    private static readonly string[] s_small =
    [
        "--set", "training.epochs=2", "--set", "mdn.hidden=[8]", "--set", "methods=[em, lcw, mdn]",
        "--set", "learning_curve.fractions=[]", "--set", "validation.bootstrap=0",
        "--set", "validation.minimum_entries=5",
    ];

    private static readonly string[] s_columns =
    [
        "--set", "source.columns={event: n, e_em: E / 2 + E / 2, e_dep: truth, f_emc: em, e_lcw: lcw}",
        "--set", "source.units=atlas",
    ];

    private readonly TempFolder _folder = new();

    public ForeignTableTests()
    {
        Table toys = ToyFeatures.Clusters(600, 3);
        float[] energy = [.. toys.Floats("e_em").Select(value => value * 1000)];
        CsvTableWriter.Write(_folder.At("mine.csv"), new Table(
        [
            new LongColumn("n", "", "", toys.Longs("event")),
            new FloatColumn("E", "MeV", "", energy),
            new FloatColumn("truth", "MeV", "", [.. toys.Floats("e_dep").Select(value => value * 1000)]),
            new FloatColumn("lcw", "MeV", "", [.. energy.Select(value => value * 1.5f)]),
            new FloatColumn("em", "", "", toys.Floats("f_emc")),
        ]));
    }

    [Fact]
    public void RunOnForeignTable_TrainsAndSaysWhatItDid()
    {
        ShellRun run = ShellRun.Real(
            [.. Order("run", "run"), .. s_columns, .. s_small]);
        Assert.True(run.Code == 0, run.Error);
        string log = File.ReadAllText(_folder.At("run", "log.txt"));
        Assert.Contains("networks do without rapidity, significance, time", log);
        string report = File.ReadAllText(_folder.At("run", "report.html"));
        Assert.All(
            (string[])["MeV, mm", "column e_em", "E / 2 + E / 2", "features the table lacks", "clusters in the table"],
            text => Assert.Contains(text, report));
        Assert.Contains("units: atlas", File.ReadAllText(_folder.At("run", "recipe.yaml")));
        string metrics = File.ReadAllText(_folder.At("run", "metrics.json"));
        Assert.All((string[])["\"em\"", "\"lcw\"", "\"mdn\""], method => Assert.Contains(method, metrics));
        Assert.DoesNotContain("\"lambda\"", metrics);

        ShellRun train = ShellRun.Real(
            [.. Order("train", "models"), .. s_columns, .. s_small]);
        Assert.True(train.Code == 0, train.Error);
        Assert.Equal(
            File.ReadAllBytes(_folder.At("run", "models", "mdn.model")),
            File.ReadAllBytes(_folder.At("models", "models", "mdn.model")));
        ShellRun validate = ShellRun.Real(
            [.. Order("validate", "validation"), "--models", _folder.At("models"), .. s_columns, .. s_small]);
        Assert.True(validate.Code == 0, validate.Error);
        Assert.Equal(metrics.Split("\"training\"")[0],
            File.ReadAllText(_folder.At("validation", "metrics.json")).Split("\"training\"")[0]);
    }

    [SkippableFact]
    public void JetsOfNanoAod_AreCalibratedAgainstTheirPartners()
    {
        string file = SharedData.PathOrSkip("data", "root", "nanoAOD_2015_CMS_Open_Data_ttbar.root");
        ShellRun run = ShellRun.Real(
        [
            "train", "clusters", "--input", $"{file}:Events", "--out", _folder.At("jets"),
            "--set", "source.columns={e_em: Jet_pt, e_dep: 'GenJet_pt[Jet_genJetIdx]', rapidity: Jet_eta, "
            + "f_emc: Jet_chEmEF + Jet_neEmEF, n_pv: PV_npvs, weight: genWeight / abs(genWeight)}",
            "--set", "source.select=Jet_pt > 15", "--set", "source.units=cms", "--set",
            "selection.expression=e_dep > 8", .. s_small, "--set", "methods=[em, mdn]",
        ]);
        Assert.True(run.Code == 0, run.Error);
        string log = File.ReadAllText(_folder.At("jets", "log.txt"));
        Assert.Contains("networks do without significance", log);
        Assert.True(File.Exists(_folder.At("jets", "models", "mdn.model")));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void SimulatedTableAsTree_GivesTheSameMethods()
    {
        ShellRun simulate = ShellRun.Real(
            ["simulate", "clusters", "--out", _folder.At("table"), "--format", "root", .. TinyStudy.Smaller]);
        Assert.True(simulate.Code == 0, simulate.Error);
        Assert.False(File.Exists(_folder.At("table", "tables", "clusters.csv")));
        string[] settings = [.. TinyStudy.Settings, "--set", "methods=[em, lcw, mdn]"];
        string[] inputs = [_folder.At("table"), _folder.At("table", "tables", "clusters.root")];
        for (int i = 0; i < inputs.Length; i++)
        {
            ShellRun run = ShellRun.Real(
                ["run", "clusters", "--input", inputs[i], "--out", _folder.At($"run{i}"), .. settings]);
            Assert.True(run.Code is 0 or 1, run.Error);
        }

        Assert.All(
            (string[])["metrics.json", "models/mdn.model", "models/lcw.json"],
            name => Assert.Equal(
                File.ReadAllBytes(_folder.At("run0", name)), File.ReadAllBytes(_folder.At("run1", name))));
    }

    [Fact]
    public void ForeignTableWithoutColumns_SaysWhatIsMissing()
    {
        ShellRun run = ShellRun.Real(
            [.. Order("run", "run"), .. s_small]);
        Assert.Equal((int)ExitCode.BadData, run.Code);
        Assert.Contains("no column 'event'", run.Error);
        Assert.Contains("source.columns.event", run.Error);
    }

    private string[] Order(string verb, string name) =>
        [verb, "clusters", "--input", _folder.At("mine.csv"), "--out", _folder.At(name)];

    public void Dispose() => _folder.Dispose();
}
