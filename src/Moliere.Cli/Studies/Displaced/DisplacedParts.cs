using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The jets of a run, dealt to trainings and to the test by their crossing.</summary>
internal sealed record DisplacedParts
{
    /// <summary>What per-jet taggers learn from, and what says when to stop and which epoch to keep.</summary>
    public required DisplacedTrainingSample Training { get; init; }

    /// <summary>Simulated jets of all classes that event trees learn from.</summary>
    public required Table Events { get; init; }

    /// <summary>
    /// Simulated jets of all classes that stop event trees and say where to cut on their score. No network learnt from
    /// them, and none of its epochs was chosen on them: on such jets it looks better than it is.
    /// </summary>
    public required Table Cut { get; init; }

    /// <summary>Simulated jets that judge.</summary>
    public required Table Test { get; init; }

    /// <summary>Jets of the control region that judge.</summary>
    public required Table ControlTest { get; init; }

    /// <summary>All simulated parts, in the order of <see cref="DisplacedSplitSection.Shares"/>.</summary>
    public IReadOnlyList<Table> Simulated => [Training.Training, Training.Validation, Events, Cut, Test];

    /// <summary>Makes or finds the jets and deals them.</summary>
    public static DisplacedParts Of(StudyRequest request, DisplacedRecipe recipe) =>
        Deal(DisplacedTables.Read(request, recipe), recipe.Split, recipe.Seed);

    /// <summary>Deals jets of all samples.</summary>
    /// <param name="all">Columns of <see cref="DisplacedJetColumns"/>.</param>
    /// <param name="split">Shares of the parts.</param>
    /// <param name="seed">Another seed deals otherwise.</param>
    internal static DisplacedParts Deal(Table all, DisplacedSplitSection split, ulong seed)
    {
        float[] isControl = all.Floats(DisplacedJetColumns.IsControl);
        Table main = Rows(all, row => isControl[row] <= 0), control = Rows(all, row => isControl[row] > 0);
        Table[] jets = CrossingDeal.Parts(main, split.Shares, seed);
        double half = split.Events / 2; // events need no control region: it has more to judge epochs and in the end
        Table[] region = CrossingDeal.Parts(
            control, [split.Train, split.Validation + split.Cut + half], seed);
        return new()
        {
            Training = new(jets[0], jets[1], region[0], region[1]),
            Events = jets[2],
            Cut = jets[3],
            Test = jets[4],
            ControlTest = region[2],
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Training.Training.RowCount} jets to learn from, {Training.Validation.RowCount} to choose epochs, "
        + $"{Events.RowCount} for event trees, {Cut.RowCount} to choose the cut, {Test.RowCount} to judge; "
        + $"{Training.Control.RowCount} and {ControlTest.RowCount} in the control region";

    private static Table Rows(Table jets, Predicate<int> takes) =>
        jets.Select([.. Enumerable.Range(0, jets.RowCount).Where(row => takes(row))]);
}
