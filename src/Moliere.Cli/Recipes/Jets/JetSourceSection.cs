using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Recipes.Jets;

/// <summary>Where jets come from: particles that are simulated, or a table.</summary>
internal sealed record JetSourceSection : TableSourceSection
{
    private static readonly SourceColumns s_columns = new()
    {
        Objects = "jets",
        Study = "jets",
        Known = JetSampler.NoJets.Columns,
        Names = [.. JetSampler.NoJets.Columns.Select(column => column.Name)],
        Always = [JetColumns.Pt, JetColumns.Eta],
        Usual = [JetColumns.TruthPt],
        Lists =
        [
            .. JetSampler.NoJets.Columns.Where(column => column is JaggedColumn<float>).Select(column => column.Name),
        ],
        NeededLists = 3, // pt, eta and phi make a constituent
    };

    /// <summary>A flat spectrum that reaches from the softest jets to the slice of the in-situ study.</summary>
    public JetSourceSection() => (Events, PtMin, PtMax, EtaMax) = (40_000, 15, 2200, 3.2);

    /// <summary>
    /// Of a table: what happens to a global variable that is not a number or one of the marks -999 and -1111; impute
    /// counts it in the column missing and leaves it to the methods (networks: learning.missing; the standard chain
    /// does not calibrate such a jet), refuse ends the run.
    /// </summary>
    public MissingValue Missing { get; init; } = MissingValue.Impute;

    /// <inheritdoc/>
    internal override SourceColumns StudyColumns => s_columns;
}
