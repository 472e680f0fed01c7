using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;

namespace Moliere.Cli.Studies.Taus.Sources;

/// <summary>The tables of taus, of the house or foreign.</summary>
internal static class TauTableInput
{
    /// <summary>How they are read where these methods are wanted.</summary>
    /// <param name="methods">Decide what a foreign table must have.</param>
    /// <param name="verb">Where scales are derived, true decay modes are needed too.</param>
    public static ObjectTables TablesFor(IReadOnlyCollection<TauMethod> methods, StudyVerb verb) => new()
    {
        Objects = "taus",
        File = TauTableStage.FileName,
        Columns = [.. TauTable.Simulated.Select(column => column.Name)],
        Completion = (section, name) => new TauCompletion((TauSourceSection)section, name),
        Needed = (section, present) =>
        [
            .. Needed(methods, present, verb is StudyVerb.Run or StudyVerb.Train)
                .Union(section.Columns.Count == 0 && Learns(methods) ? TauTable.Measured : []),
        ],
    };

    // Where a recipe names no columns, a misspelt one must not vanish; where it does, learnt scales do without.
    private static bool Learns(IEnumerable<TauMethod> methods) =>
        methods.Any(method => method is TauMethod.Brt or TauMethod.BrtGaussian or TauMethod.Mdn);

    // What is wanted and not given in the file has to be derived from what it has.
    private static IEnumerable<string> Needed(
        IReadOnlyCollection<TauMethod> methods, ICollection<string> present, bool derives)
    {
        string[] always = [TauColumns.Pt, TauColumns.Eta, TauColumns.TruthPt];
        return methods.All(method => method == TauMethod.Lc) ? always :
        [
            .. always, TauColumns.TrackCount,
            .. present.Contains(TauColumns.PtCalorimeter) ? [] : Only(TauColumns.VertexCount),
            .. present.Contains(TauColumns.PtCombined) ? [] : Only(TauColumns.PtSubstructure),
            .. TauColumns.Modes.All(present.Contains) ? [] : TauColumns.ModeInputs,
            .. TauColumns.Modes.All(present.Contains) || !derives ? [] : Only(TauColumns.TruthMode),
        ];
    }

    private static string[] Only(string column) => [column];
}
