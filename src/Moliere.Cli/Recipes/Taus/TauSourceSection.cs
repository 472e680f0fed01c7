using Moliere.Data.Objects;
using Moliere.Formats.Sources;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>Where taus come from: particles that are simulated, or a table.</summary>
internal sealed record TauSourceSection : TableSourceSection
{
    private static readonly SourceColumns s_columns = new()
    {
        Objects = "taus",
        Study = "taus",
        Known = TauTable.All,
        Names = [.. TauTable.All.Select(column => column.Name)],
        Always = [TauColumns.Pt, TauColumns.Eta, TauColumns.TrackCount],
        Usual = [TauColumns.TruthPt, .. TauTable.Measured],
        Lists = [],
        NeededLists = 0,
        KnownNames = ColumnVocabulary.Taus,
    };

    /// <summary>Pairs of taus whose mass is flat in its logarithm: all momenta up to 200 GeV are there.</summary>
    public TauSourceSection()
    {
        (Process, Events, TauDecay) = (Process.DiTau, 210_000, TauDecay.Hadronic);
        (MassMin, MassMax, EtaMax) = (30, 800, 2.5);

        // Pile-up of some tens of collisions hides what the hard one adds to the surroundings of its taus.
        (UnderlyingActivity, InitialRadiation, BeamRemnants) = (0, false, false);
    }

    /// <summary>
    /// Of a table: what happens to a variable that is not a number or one of the marks -999 and -1111; impute counts it
    /// in the column missing and leaves it to the methods, refuse ends the run.
    /// </summary>
    public MissingValue Missing { get; init; } = MissingValue.Impute;

    /// <inheritdoc/>
    internal override SourceColumns StudyColumns => s_columns;
}
