using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Recipes.Boosted;

/// <summary>What happens to a jet that lacks a variable.</summary>
internal enum IncompleteJet
{
    /// <summary>It is left out and counted.</summary>
    LeaveOut,

    /// <summary>The table is refused.</summary>
    Refuse,
}

/// <summary>
/// Where large-radius jets come from: particles that are simulated, or a table. Some generated events have the boson of
/// the process, the others are dijet events of the same ranges.
/// </summary>
internal sealed record BoostedSourceSection : TableSourceSection
{
    private static readonly SourceColumns s_columns = new()
    {
        Objects = "jets",
        Study = "decorrelate",
        Known = BoostedJetSampler.NoJets.Columns,
        Names = [.. BoostedJetSampler.NoJets.Columns.Select(column => column.Name)],
        Always = [BoostedJetColumns.IsSignal, BoostedJetColumns.Pt, BoostedJetColumns.Mass],
        Usual = [],
        Lists = [],
        NeededLists = 0,
    };

    /// <summary>Transverse momenta flat in the logarithm, a little beyond those of the jets that are kept.</summary>
    public BoostedSourceSection() =>
        (Process, Events, PtMin, PtMax, EtaMax) = (Process.W, 45_000, 170, 2300, 2);

    /// <summary>
    /// Events with a boson of each cycle of generated events; the others are dijet events, which give two jets.
    /// </summary>
    [Range(1, 1000)]
    public int BosonEvents { get; init; } = 2;

    /// <summary>Events of a cycle, more than those with a boson.</summary>
    [Range(2, 1001)]
    public int Cycle { get; init; } = 3;

    /// <summary>Of a table: what happens to a jet with a variable that is not a number, or -999 or -1111.</summary>
    public IncompleteJet Incomplete { get; init; }

    /// <inheritdoc/>
    internal override SourceColumns StudyColumns => s_columns;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (ValidationResult wrong in base.Validate(validationContext))
        {
            yield return wrong;
        }

        if (Process is not (Process.W or Process.Z))
        {
            yield return new(
                $"found {Process}, expected W or Z: the boson whose jets are the signal.", [nameof(Process)]);
        }

        if (BosonEvents >= Cycle)
        {
            yield return new(
                FormattableString.Invariant($"found {BosonEvents} of {Cycle} events with a boson, expected fewer: ")
                + "without dijet events one class is missing.", [nameof(BosonEvents)]);
        }
    }
}
