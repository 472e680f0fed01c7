using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Tests.Calibration.Neural.Jets;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

/// <summary>The real study on jets whose response is a formula, through the program as a function.</summary>
internal static class TinyJets
{
    /// <summary>Small networks and few epochs: seconds.</summary>
    public static readonly string[] Settings =
    [
        "--set", "training.epochs=2", "--set", "training.batch_size=256", "--set", "mlp.hidden=[8]",
        "--set", "deepsets.constituent=[8]", "--set", "deepsets.jet=[8]", "--set", "efn.constituent=[8]",
        "--set", "efn.jet=[8]", "--set", "validation.bootstrap=4", "--set", "validation.minimum_entries=20",
        "--set", "training.patience=0",
    ];

    /// <summary>Writes a table of so many jets.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="count">Some 1700 are enough for the chain.</param>
    /// <param name="change">Makes other jets of them.</param>
    public static string Write(TempFolder folder, int count, Func<Table, Table>? change = null)
    {
        string path = folder.At("jets.table");
        Table jets = ToyJets.Jets(count, seed: 3);
        TableFile.Write(path, (change ?? (same => same))(jets));
        return path;
    }

    /// <summary>The table with other values in a column.</summary>
    public static Table With(Table jets, string name, Func<int, float, float> value) => new(
    [
        .. jets.Columns.Select(column => column.Name == name && column is FloatColumn real
            ? real with { Values = [.. real.Values.Select((old, row) => value(row, old))] } : column),
    ]);

    /// <summary>The table without some columns.</summary>
    public static Table Without(Table jets, Func<string, bool> leavesOut) =>
        new([.. jets.Columns.Where(column => !leavesOut(column.Name))]);

    /// <summary>One finished run, shared by the tests that only look at it.</summary>
    public static void AssertDone(ShellRun run) => Assert.Equal((0, ""), (run.Code, run.Code == 0 ? "" : run.Error));

    public static void AssertSameResults(string expected, string found) =>
        TinyStudy.AssertSameResults(expected, found);
}
