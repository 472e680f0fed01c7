using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The jets of a run, dealt to trainings and to the test by their crossing.</summary>
internal sealed record DisplacedParts
{
    /// <summary>What per-jet taggers learn from and are stopped by.</summary>
    public required DisplacedTrainingSample Training { get; init; }

    /// <summary>Simulated jets of all classes that event trees learn from.</summary>
    public required Table Events { get; init; }

    /// <summary>Simulated jets that judge.</summary>
    public required Table Test { get; init; }

    /// <summary>Jets of the control region that judge.</summary>
    public required Table ControlTest { get; init; }

    /// <summary>Makes or finds the jets and deals them.</summary>
    public static DisplacedParts Of(StudyRequest request, DisplacedRecipe recipe)
    {
        Table all = DisplacedTables.Read(request, recipe);
        float[] isControl = all.Floats(DisplacedJetColumns.IsControl);
        DisplacedSplitSection split = recipe.Split;
        Table main = Rows(all, row => isControl[row] <= 0), control = Rows(all, row => isControl[row] > 0);
        Table[] jets = CrossingDeal.Parts(main, [split.Train, split.Validation, split.Events], recipe.Seed);
        double half = split.Events / 2; // event trees need no control region: its judges are more instead
        Table[] region = CrossingDeal.Parts(control, [split.Train, split.Validation + half], recipe.Seed);
        return new()
        {
            Training = new(jets[0], jets[1], region[0], region[1]),
            Events = jets[2],
            Test = jets[3],
            ControlTest = region[2],
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Training.Training.RowCount} jets to learn from, {Events.RowCount} for event trees, {Test.RowCount} to judge"
        + "; "
        + $"{Training.Control.RowCount} and {ControlTest.RowCount} in the control region";

    private static Table Rows(Table jets, Predicate<int> takes) =>
        jets.Select([.. Enumerable.Range(0, jets.RowCount).Where(row => takes(row))]);
}
