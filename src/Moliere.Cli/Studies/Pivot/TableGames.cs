using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Pivot;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>A classifier of the table after a game, as it was measured.</summary>
internal sealed record PlayedTable
{
    /// <summary>Name in figures and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Price of the adversary's success; null for training on the lower value of the nuisance alone.</summary>
    public required double? Lambda { get; init; }

    /// <summary>Loss of classifier and adversary at the end.</summary>
    public required GameEpoch Kept { get; init; }

    /// <summary>Area under the curve on test rows.</summary>
    public required double Area { get; init; }

    /// <summary>Distance of background scores between both sides of the nuisance.</summary>
    public required double Distance { get; init; }

    /// <summary>What an adversary finds that never took part.</summary>
    public required FreshVerdict Fresh { get; init; }

    /// <summary>Test rows at the threshold that is best on validation rows; null where none was possible.</summary>
    public required AmsPoint? Significance { get; init; }

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

    private readonly double _middle = Middle(table.Training);

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
        TablePivot.RequireTest(table.Test, _middle);
        using RunStage stage = request.Progress.Stage(
            $"playing {name}",
            options.PretrainClassifier + options.PretrainAdversary + (options.Iterations / TablePivot.StepsPerEpoch),
            "epochs");
        GameResult course = TablePivot.Play(
            game, options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"), new GameCounter(stage),
            request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        GameOutcome.Say(request.Progress, name, course, "game.learning_rate");
        return Measure(lambda, game, course.Kept!, options);
    }

    private PlayedTable Measure(double? lambda, Game game, GameEpoch kept, TablePivotOptions options)
    {
        var classifier = (Mlp)game.Main;
        float[] scores = TablePivot.Scores(classifier, table.Test, request.Threads);
        float[] chosen = TablePivot.Scores(classifier, table.Validation, request.Threads);
        float[] low = Of(table.Test, scores, 0, false), high = Of(table.Test, scores, 0, true);
        float[] signal = Of(table.Test, scores, 1, false);
        AmsPoint[] scan = [.. AmsScan.Of(
            Of(table.Validation, chosen, 1, false), Of(table.Validation, chosen, 0, false),
            Of(table.Validation, chosen, 0, true))];
        return new()
        {
            Name = NameOf(lambda),
            Lambda = lambda,
            Kept = kept,
            Area = RankArea.Of([.. signal, .. Of(table.Test, scores, 1, true)], [], [.. low, .. high], []),
            Distance = KolmogorovDistance.Of(low, [], high, []),
            Fresh = FreshAdversary.Verify(game, new TrainerOptions
            {
                Epochs = 20,
                LearningRate = 3e-3,
                Seed = options.Seed + 100,
                Threads = request.Threads,
            }),
            Significance = scan.Length == 0 ? null
                : AmsScan.Single(signal, low, high, scan.MaxBy(point => point.Significance).Threshold),
            Scan = AmsScan.Of(signal, low, high),
            Background = (low, high),
        };
    }

    private float[] Of(PivotSample rows, float[] scores, int label, bool isAbove) =>
    [
        .. scores.Where((_, row) => rows.Labels[row] == label && (rows.Nuisance[row] > _middle) == isAbove),
    ];

    // Of a nuisance of many values the median parts both sides.
    private static double Middle(PivotSample rows)
    {
        float[] sorted = [.. rows.Nuisance.Order()];
        return TablePivot.IsBinary(rows) ? 0.5 : sorted[sorted.Length / 2];
    }

    private TablePivotOptions Options(double? lambda, int start) => new()
    {
        Lambda = lambda ?? 0,
        IsBlindToNuisance = lambda is null,
        Hidden = [.. recipe.Game.Hidden],
        PretrainClassifier = recipe.Game.PretrainClassifier,
        PretrainAdversary = recipe.Game.PretrainAdversary,
        Iterations = recipe.Game.Iterations,
        AdversarySteps = recipe.Game.AdversarySteps,
        BatchSize = recipe.Game.BatchSize,
        ClassifierRate = recipe.Game.LearningRate,
        AdversaryRate = recipe.Game.LearningRate,
        Threads = request.Threads,
        Seed = recipe.Seed + (ulong)start,
    };
}
