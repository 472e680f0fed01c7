using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;

namespace Moliere.Cli.Studies.Taus.Sources;

/// <summary>The tables of taus, of the house or foreign.</summary>
internal static class TauTableInput
{
    /// <summary>How they are read where these methods are wanted.</summary>
    /// <param name="methods">Decide what a foreign table must have.</param>
    public static ObjectTables TablesFor(IReadOnlyCollection<TauMethod> methods) => new()
    {
        Objects = "taus",
        File = TauTableStage.FileName,
        Columns = [.. TauTable.Simulated.Select(column => column.Name)],
        Completion = (section, name) => new TauCompletion((TauSourceSection)section, name),
        Needed = present => [.. Needed(methods, present)],
    };

    // What is wanted and not given in the file has to be derived from what it has.
    private static IEnumerable<string> Needed(IReadOnlyCollection<TauMethod> methods, ICollection<string> present)
    {
        string[] always = [TauColumns.Pt, TauColumns.Eta, TauColumns.TruthPt];
        bool learns = methods.Any(method => method is TauMethod.Brt or TauMethod.BrtGaussian or TauMethod.Mdn);
        bool combines = learns || methods.Contains(TauMethod.Combined);
        bool derivesCombined = combines && !present.Contains(TauColumns.PtCombined);
        bool derivesCalorimeter = (learns || derivesCombined || methods.Contains(TauMethod.Calorimeter))
            && !present.Contains(TauColumns.PtCalorimeter);
        bool derivesModes = (learns || derivesCombined) && !TauColumns.Modes.All(present.Contains);
        return
        [
            .. always,
            .. combines || derivesCalorimeter ? [TauColumns.TrackCount] : Array.Empty<string>(),
            .. derivesCalorimeter ? [TauColumns.VertexCount] : Array.Empty<string>(),
            .. derivesCombined ? [TauColumns.PtSubstructure] : Array.Empty<string>(),
            .. derivesModes ? TauColumns.ModeInputs : [],
        ];
    }
}
