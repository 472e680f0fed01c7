using Moliere.Calibration.Classical.Taus;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Application;
using Moliere.Cli.Studies.Taus.Sources;
using Moliere.Data.Objects;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Taus.Application;

/// <summary>The methods of a finished run of taus, to be applied to a user's table.</summary>
internal static class AppliedTaus
{
    private static readonly string[] s_always = [TauColumns.Pt, TauColumns.Eta];

    /// <summary>Methods of a run by name, in the order asked for; all of them if none are named.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="names">Such as combined or mdn; may be empty.</param>
    /// <param name="source">How the table is to be read.</param>
    /// <param name="threads">Threads that predict; do not change the result.</param>
    /// <exception cref="RefusalException">The folder is none, or lacks a method.</exception>
    public static AppliedObjects Of(string run, IReadOnlyList<string> names, TauSourceSection source, int threads)
    {
        IReadOnlyList<string> chosen = AppliedMethod.Choose(run, names, Present(run), "taus");
        TauScales scales = TrainedTauMethods.Scales(run, threads);
        return new()
        {
            Source = source,
            Methods =
            [
                .. chosen.Select(name => new AppliedMethod(TrainedTauMethods.Read(run, name, threads), s_always)),
            ],
            Signal = TauColumns.Pt,
            Quantity = "pt",
            Columns = table => ColumnsOf(table, source),
            Derived = table => chosen.Any(IsLearnt) ? DerivedFor(ColumnsOf(table, source)) : [],
            Completion = name =>
            {
                var completion = new TauCompletion(source, name);
                return taus => AppliedMethod.Usable(
                    "the classical scales", () => scales.Complete(completion.Complete(taus)));
            },
        };
    }

    /// <summary>The methods that a folder holds, the classical scales first.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    public static IReadOnlyList<string> Present(string run) =>
    [
        .. File.Exists(Path.Combine(run, TauScalesStage.FileName))
            ? new[] { TauMethod.Calorimeter, TauMethod.Combined }.Select(TauMethodStage.NameOf) : [],
        .. new[] { TauMethod.Brt, TauMethod.BrtGaussian }.Select(TauMethodStage.NameOf)
            .Where(name => File.Exists(Path.Combine(run, TauTreesStage.FileName(name)))),
        .. AppliedMethod.Networks(run, TauNetworkStage.FileName),
    ];

    private static bool IsLearnt(string name) => !TauScales.Methods.Contains(name);

    // Inputs of the learnt scales that the file lacks; the five probabilities are derived together.
    private static string[] DerivedFor(IReadOnlyCollection<string> present) =>
    [
        .. TauTable.Derived.Select(column => column.Name).Where(name => TauColumns.Modes.Contains(name)
            ? !TauColumns.Modes.All(present.Contains) : !present.Contains(name)),
    ];

    // What the file has of a tau; methods say themselves what they miss.
    private static string[] ColumnsOf(ITableSource table, TauSourceSection source)
    {
        Dictionary<string, string> guesses = source.StudyColumns.GuessesFor(table);
        return
        [
            .. source.StudyColumns.Names.Where(name => s_always.Contains(name) || source.Columns.GetValueOrDefault(
                name, table.Find(name) is null ? guesses.GetValueOrDefault(name, "") : name).Length > 0),
        ];
    }
}
