using Moliere.Calibration.Classical.Jets;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Application;
using Moliere.Cli.Studies.Jets.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Jets.Application;

/// <summary>The methods of a finished run of jets, to be applied to a user's table.</summary>
internal static class AppliedJets
{
    private static readonly string[] s_always = [JetColumns.Pt, JetColumns.Eta];

    /// <summary>
    /// Methods of a run by name, in the order asked for; all of them, the steps of the chain first, if none are named.
    /// </summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="names">Such as gsc or deepsets; may be empty.</param>
    /// <param name="source">How the table is to be read.</param>
    /// <param name="threads">Threads that predict; do not change the result.</param>
    /// <exception cref="RefusalException">The folder is none, or lacks a method.</exception>
    public static AppliedObjects Of(string run, IReadOnlyList<string> names, JetSourceSection source, int threads) =>
        new()
        {
            Source = source,
            Methods =
            [
                .. AppliedMethod.Choose(run, names, Present(run), "jets").Select(name => Read(run, name, threads)),
            ],
            Signal = JetColumns.Pt,
            Quantity = "pt",
            Columns = table => ColumnsOf(table, source),
            Completion = name => new JetCompletion(source, name).Complete,
        };

    private static string[] Present(string run) =>
    [
        .. File.Exists(Path.Combine(run, JetChainStage.FileName)) ? JetChain.Methods : Array.Empty<string>(),
        .. AppliedMethod.Networks(run, JetMethodStage.FileName),
    ];

    private static AppliedMethod Read(string run, string name, int threads)
    {
        bool needsLists = Enum.GetValues<JetMethod>()
            .Any(method => JetMethodStage.NameOf(method) == name && JetMethodStage.NeedsConstituents(method));
        return new(TrainedJetMethods.Read(run, name, threads), s_always)
        {
            Lists = needsLists ? "constituents (columns constituent_pt and so on)" : null,
        };
    }

    // What the file has of a jet; methods say themselves what they miss.
    private static string[] ColumnsOf(ITableSource table, JetSourceSection source) =>
    [
        .. source.StudyColumns.Names.Where(name => s_always.Contains(name)
            || source.Columns.GetValueOrDefault(name, table.Find(name) is null ? "" : name).Length > 0),
    ];
}
