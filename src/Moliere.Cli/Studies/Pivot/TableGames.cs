using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tagging.Pivot;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>A classifier of the table after a game, as it was measured.</summary>
internal sealed record PlayedTable
{
    /// <summary>Name in figures and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Price of the adversary's success; null for training on the lower value of the nuisance alone.</summary>
    public required double? Lambda { get; init; }

    /// <summary>Epochs that were played, those of smaller lambdas before included.</summary>
    public required int Epochs { get; init; }

    /// <summary>Those of them up to the kept one.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The epoch that is kept, judged on validation rows.</summary>
    public required GameEpoch Kept { get; init; }

    /// <summary>What it reaches on test rows and replicas of them.</summary>
    public required NuisanceFigures Reached { get; init; }

    /// <summary>What the game's adversary pays on test rows, with its standard error [nats].</summary>
    public required (double Mean, double Error) AdversaryLoss { get; init; }

    /// <summary>What an adversary finds on test rows that never took part.</summary>
    public required FreshVerdict Fresh { get; init; }

    /// <summary>How the game ended where it did not as it should; null where it did.</summary>
    public required string? Failure { get; init; }

    /// <summary>The threshold, as it was chosen on validation rows.</summary>
    public required AmsPoint Chosen { get; init; }

    /// <summary>Test rows at that threshold.</summary>
    public required AmsPoint Judged { get; init; }

    /// <summary>The scan over test rows.</summary>
    public required IReadOnlyList<AmsPoint> Scan { get; init; }

    /// <summary>Test scores of background below and above, for drawings.</summary>
    public required (float[] Low, float[] High) Background { get; init; }
}

/// <summary>Plays the games over a table; an interrupted one goes on from its checkpoint.</summary>
internal sealed class TableGames(StudyRequest request, PivotRecipe recipe, PivotTable table)
{
    /// <summary>Name of the classifier that sees the lower value of the nuisance alone.</summary>
    public const string Nominal = "nominal";

    private readonly NuisanceRows _judges = Judges(table, new() { Seed = recipe.Seed, Threads = request.Threads });

    /// <summary>All games of the recipe, starts of a lambda behind each other.</summary>
    /// <exception cref="RefusalException">A class or the control region is empty, or a game ran away.</exception>
    public IReadOnlyList<PlayedTable> Play()
    {
        double?[] lambdas = TablePivot.IsBinary(table.Training)
            ? [null, .. recipe.Game.Lambdas.Select(lambda => (double?)lambda)]
            : [.. recipe.Game.Lambdas.Select(lambda => (double?)lambda)];
        return [.. lambdas.SelectMany(lambda =>
            Enumerable.Range(0, recipe.Game.Starts).Select(start => One(lambda, start)))];
    }

    /// <summary>Name of a lambda's games.</summary>
    public static string NameOf(double? lambda) =>
        lambda is { } price ? string.Create(CultureInfo.InvariantCulture, $"lambda-{price}") : Nominal;

    private PlayedTable One(double? lambda, int start)
    {
        request.Cancellation.ThrowIfCancellationRequested();
        string name = string.Create(CultureInfo.InvariantCulture, $"{NameOf(lambda)}-{start + 1:00}");
        TablePivotOptions options = Options(lambda, start);
        try
        {
            return Played(name, lambda, options);
        }
        catch (ArgumentException error)
        {
            throw new RefusalException(ExitCode.BadData, error.Message);
        }
    }

    private PlayedTable Played(string name, double? lambda, TablePivotOptions options)
    {
        Game game = TablePivot.Make(table.Training, table.Validation, options);
        TablePivot.RequireTest(table.Test, table.Middle);
        using RunStage stage = request.Progress.Stage(
            $"playing {name}",
            options.PretrainClassifier + options.PretrainAdversary
                + ((1 + options.Ramp.Length) * (options.Iterations / TablePivot.StepsPerEpoch)),
            "epochs");
        GameResult course = TablePivot.Play(
            game, options, request.Folder.PathOf(GameOutcome.CheckpointOf(name)), new GameCounter(stage),
            request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        GameOutcome.Say(
            request, name, course, "a smaller lambda, game.learning_rate or game.adversary_rate helps.");
        return Measure(lambda, game, course, options);
    }

    private PlayedTable Measure(double? lambda, Game game, GameResult course, TablePivotOptions options)
    {
        var classifier = (Mlp)game.Main;
        float[] logits = TablePivot.Logits(classifier, table.Test, request.Threads);
        float[] scores = Array.ConvertAll(logits, logit => (float)BinaryCrossEntropy.Probability(logit));
        Sides test = Part(table.Test, logits);
        Sides validation = Part(table.Validation, TablePivot.Logits(classifier, table.Validation, request.Threads));
        AmsPoint chosen = AmsScan.Best(validation.Signal, validation.Low, validation.High);
        return new()
        {
            Name = NameOf(lambda),
            Lambda = lambda,
            Failure = GameOutcome.Failure(NameOf(lambda), course),
            Epochs = course.History.Count,
            BestEpoch = course.KeptEpochs,
            Kept = course.Kept!,
            Reached = _judges.Measure(logits, chosen.Threshold),
            AdversaryLoss = TablePivot.AdversaryLoss(game, table.Test, request.Threads),
            Fresh = TablePivot.Verify(
                game, table.Test, FreshAdversary.Rules(options.Seed + 100, request.Threads)),
            Chosen = chosen,
            Judged = AmsScan.Single(test.Signal, test.Low, test.High, chosen.Threshold),
            Scan = AmsScan.Of(test.Signal, test.Low, test.High),
            Background = (Part(table.Test, scores).Low, Part(table.Test, scores).High),
        };
    }

    private Sides Part(PivotSample rows, float[] scores) =>
        new(Of(rows, scores, 1, false), Of(rows, scores, 0, false), Of(rows, scores, 0, true));

    private float[] Of(PivotSample rows, float[] scores, int label, bool isAbove) =>
    [
        .. scores.Where((_, row) => rows.Labels[row] == label && (rows.Nuisance[row] > table.Middle) == isAbove),
    ];

    private static NuisanceRows Judges(PivotTable table, MetricsOptions options) => new(
        Array.ConvertAll(table.Test.Labels, label => label == 1),
        Array.ConvertAll(table.Test.Nuisance, z => z > table.Middle), table.TestGroups, options);

    private TablePivotOptions Options(double? lambda, int start) => new()
    {
        Lambda = lambda ?? 0,
        Ramp = [.. recipe.Game.Ramp.Where(smaller => smaller < (lambda ?? 0))],
        Mode = recipe.Game.Mode,
        IsBlindToNuisance = lambda is null,
        Hidden = [.. recipe.Game.Hidden],
        PretrainClassifier = recipe.Game.PretrainClassifier,
        PretrainAdversary = recipe.Game.PretrainAdversary,
        Iterations = recipe.Game.Iterations,
        AdversarySteps = recipe.Game.AdversarySteps,
        BatchSize = recipe.Game.BatchSize,
        ClassifierRate = recipe.Game.LearningRate,
        AdversaryRate = recipe.Game.AdversaryRate,
        Threads = request.Threads,
        Seed = recipe.Seed + (ulong)start,
    };

    private readonly record struct Sides(float[] Signal, float[] Low, float[] High);
}
