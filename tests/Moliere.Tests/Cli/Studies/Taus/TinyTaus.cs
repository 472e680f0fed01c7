using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>The real study on taus whose response is a formula, through the program as a function.</summary>
internal static class TinyTaus
{
    /// <summary>Small trees and networks, few epochs: seconds.</summary>
    public static readonly string[] Settings =
    [
        "--set", "scales.rounds=3", "--set", "scales.max_depth=3", "--set", "brt.rounds=8", "--set", "brt.max_depth=3",
        "--set", "mdn.hidden=[8]", "--set", "training.epochs=2", "--set", "training.batch_size=256",
        "--set", "validation.bootstrap=4", "--set", "validation.minimum_entries=20",
        "--set", "validation.importance_taus=200",
    ];

    /// <summary>Writes a table of so many taus, two to an event.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="count">Some 3000 are enough for every scale.</param>
    /// <param name="change">Makes other taus of them.</param>
    public static string Write(TempFolder folder, int count, Func<Table, Table>? change = null)
    {
        string path = folder.At("taus.table");
        Table taus = ToyTauScales.Make(count, seed: 3);
        TableFile.Write(path, (change ?? (same => same))(taus));
        return path;
    }

    /// <summary>Changes a column of real numbers.</summary>
    public static Func<Table, Table> Changing(string name, Func<int, float, float> value) => taus => new(
    [
        .. taus.Columns.Select(column => column.Name == name && column is FloatColumn real
            ? real with { Values = [.. real.Values.Select((old, row) => value(row, old))] } : column),
    ]);

    /// <summary>Leaves out some columns.</summary>
    public static Func<Table, Table> Without(params string[] names) =>
        taus => new([.. taus.Columns.Where(column => !names.Contains(column.Name))]);

    /// <summary>A run of the study on a table.</summary>
    public static ShellRun Run(string table, string target, params string[] assignments) => ShellRun.Real(
    [
        "run", "taus", "--input", table, "--threads", "1", .. Settings,
        .. assignments.SelectMany(assignment => new[] { "--set", assignment }), "--out", target,
    ]);

    public static void AssertDone(ShellRun run) => Assert.True(run.Code == 0, run.Error);

    /// <summary>Columns that a file of the experiment has under its own names, momenta in MeV.</summary>
    public static Table AsInExperiment(Table taus)
    {
        (string Own, string Name)[] names =
        [
            (TauColumns.Event, "EventInfoAuxDyn.eventNumber"), (TauColumns.Pt, "TauJetsAuxDyn.ptIntermediateAxis"),
            (TauColumns.Eta, "TauJetsAuxDyn.etaIntermediateAxis"),
            (TauColumns.PtEm, "TauJetsAuxDyn.ptIntermediateAxisEM"),
            (TauColumns.PtSubstructure, "TauJetsAuxDyn.ptPanTauCellBased"),
            (TauColumns.EtaSubstructure, "TauJetsAuxDyn.etaPanTauCellBased"),
            (TauColumns.PionAsymmetry, "TauJetsAuxDyn.PFOEngRelDiff"),
            (TauColumns.CenterLambda, "TauJetsAuxDyn.ClustersMeanCenterLambda"),
            (TauColumns.FirstEnergyDensity, "TauJetsAuxDyn.ClustersMeanFirstEngDens"),
            (TauColumns.SecondLambda, "TauJetsAuxDyn.ClustersMeanSecondLambda"),
            (TauColumns.PresamplerFraction, "TauJetsAuxDyn.ClustersMeanPresamplerFrac"),
            (TauColumns.EmProbability, "TauJetsAuxDyn.ClustersMeanEMProbability"),
            (TauColumns.TrackCount, "TauJetsAuxDyn.nTracks"), (TauColumns.Mu, "TauJetsAuxDyn.mu"),
            (TauColumns.VertexCount, "TauJetsAuxDyn.nVtxPU"), (TauColumns.Density, "TauJetsAuxDyn.rho"),
            (TauColumns.TruthPt, "TauJetsAuxDyn.truthPtVisDressed"),
            (TauColumns.TruthMode, "TauJetsAuxDyn.truthDecayMode"),
        ];
        string[] momenta = [TauColumns.Pt, TauColumns.PtEm, TauColumns.PtSubstructure, TauColumns.TruthPt];
        float[] pt = taus.Floats(TauColumns.Pt);
        return new(
        [
            .. names.Select(name => taus[name.Own] is FloatColumn real
                ? new FloatColumn(name.Name, "", "", [.. real.Values.Select(value =>
                    momenta.Contains(name.Own) || name.Own == TauColumns.Density ? 1000 * value : value)])
                : (Column)((LongColumn)taus[name.Own] with { Name = name.Name })),
            new FloatColumn("TauJetsAuxDyn.ptCombined", "", "", [.. pt.Select(value => 1000 * value / 0.93f)]),
            new FloatColumn("TauJetsAuxDyn.ptTauEnergyScale", "", "", [.. pt.Select(value => 1000 * value / 0.95f)]),
            .. TauColumns.Modes.Select((_, mode) => new FloatColumn(
                $"TauJetsAuxDyn.NNDecayModeProb_{((string[])["1p0n", "1p1n", "1pXn", "3p0n", "3pXn"])[mode]}", "", "",
                [.. taus.Floats(TauColumns.TruthMode).Select(truth => truth == mode ? 0.8f : 0.05f)])),
        ]);
    }
}
