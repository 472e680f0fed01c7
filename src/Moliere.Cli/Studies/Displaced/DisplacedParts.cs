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
        var taggers = new EventSplit
        {
            TrainingFraction = split.Train,
            ValidationFraction = split.Validation,
            Salt = recipe.Seed,
        };
        var rest = new EventSplit
        {
            TrainingFraction = split.Events / (1 - split.Train - split.Validation),
            ValidationFraction = 0,
            Salt = recipe.Seed + 1,
        };
        Table left = Part(main, taggers, SplitPart.Test);
        var region = taggers with { TrainingFraction = split.Train, ValidationFraction = split.Validation + (split.Events / 2) };
        return new()
        {
            Training = new(
                Part(main, taggers, SplitPart.Training), Part(main, taggers, SplitPart.Validation),
                Part(control, region, SplitPart.Training), Part(control, region, SplitPart.Validation)),
            Events = Part(left, rest, SplitPart.Training),
            Test = Part(left, rest, SplitPart.Test),
            ControlTest = Part(control, region, SplitPart.Test),
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Training.Training.RowCount} jets to learn from, {Events.RowCount} for event trees, {Test.RowCount} to judge; "
        + $"{Training.Control.RowCount} and {ControlTest.RowCount} in the control region";

    private static Table Part(Table jets, EventSplit split, SplitPart part) =>
        jets.Select(split.Rows(jets.Longs(DisplacedJetColumns.Crossing), part));

    private static Table Rows(Table jets, Predicate<int> takes) =>
        jets.Select([.. Enumerable.Range(0, jets.RowCount).Where(row => takes(row))]);
}
