using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Tagging.Pivot;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>The toy played for one lambda.</summary>
/// <param name="Lambda">Price of the adversary's success.</param>
/// <param name="Outcome">Course, networks and measures.</param>
/// <param name="Fresh">What an adversary finds that never took part.</param>
internal sealed record PlayedToy(double Lambda, PivotOutcome Outcome, FreshVerdict Fresh)
{
    /// <summary>Name in figures and metrics.</summary>
    public string Name => Named(Lambda);

    /// <summary>Name of the toy of a lambda.</summary>
    public static string Named(double lambda) => string.Create(CultureInfo.InvariantCulture, $"toy-{lambda}");
}

/// <summary>Plays the toy, each lambda on its own; an interrupted game goes on from its checkpoint.</summary>
internal static class ToyStage
{
    /// <summary>All lambdas of the recipe.</summary>
    /// <exception cref="RefusalException">A game ran away; the message names what is kept.</exception>
    public static IReadOnlyList<PlayedToy> Play(StudyRequest request, PivotRecipe recipe) =>
        [.. recipe.Toy.Lambdas.Select(lambda => One(request, recipe, lambda))];

    private static PlayedToy One(StudyRequest request, PivotRecipe recipe, double lambda)
    {
        string name = PlayedToy.Named(lambda);
        PivotOptions options = Options(request, recipe.Toy, lambda, recipe.Seed);
        request.Cancellation.ThrowIfCancellationRequested();
        using RunStage stage = request.Progress.Stage(
            $"playing {name}", options.PretrainClassifier + options.PretrainAdversary + options.Iterations, "epochs");
        PivotOutcome outcome = PivotTraining.Run(
            options, request.Folder.PathOf(GameOutcome.CheckpointOf(name)), new GameCounter(stage),
            request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        GameOutcome.Say(request, name, outcome.Course, "a smaller lambda or toy.learning_rate helps.");
        FreshVerdict fresh = FreshAdversary.Verify(
            outcome.Game, FreshAdversary.Rules(recipe.Seed + 100, request.Threads));
        return new(lambda, outcome, fresh);
    }

    // Without a price nothing changes the classifier but more of what it had: one step shows the start.
    private static PivotOptions Options(StudyRequest request, PivotToySection toy, double lambda, ulong seed) => new()
    {
        Lambda = lambda,
        Iterations = lambda == 0 ? 1 : toy.Iterations,
        TrainRows = toy.TrainRows,
        TestRows = toy.TestRows,
        PretrainClassifier = toy.PretrainClassifier,
        PretrainAdversary = toy.PretrainAdversary,
        LearningRate = toy.LearningRate,
        Threads = request.Threads,
        Seed = seed,
    };
}
