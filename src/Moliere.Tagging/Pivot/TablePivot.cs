using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Tagging.Pivot;

/// <summary>
/// Trains a classifier of any table whose score shall not know a nuisance. The adversary sees background alone: of a
/// nuisance with two values it tells which, of any other its density as a mixture of five normal ones.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, algorithm 1 and section 5.2.</source>
public static class TablePivot
{
    private const int Components = 5;

    /// <summary>The networks and rows before anything is learnt.</summary>
    /// <param name="train">Rows to learn from; features and a nuisance of many values are of order one.</param>
    /// <param name="validation">Rows to judge on, with the same features.</param>
    /// <param name="options">Sizes and seed.</param>
    /// <exception cref="ArgumentException">A class is missing, or background does not have all there is to tell.
    /// </exception>
    public static Game Make(PivotSample train, PivotSample validation, TablePivotOptions options)
    {
        Require(train, "training");
        Require(validation, "validation");
        bool isBinary = IsBinary(train);
        Loss ofAdversary = isBinary ? new BinaryCrossEntropy() : new MixtureNll(Components);
        int features = train.Features.Length / train.RowCount;
        Activation[] activations = [.. options.Hidden.Select((_, i) => i == 0 ? Activation.Tanh : Activation.Relu)];
        return new()
        {
            Main = new Mlp(
                features, new MlpOptions { Hidden = options.Hidden, Activations = activations }, 1, options.Seed),
            MainLoss = new BinaryCrossEntropy(),
            Train = Task(train, options),
            Validation = Task(validation, options),
            Adversary = new Mlp(
                1, new MlpOptions { Hidden = options.Hidden }, ofAdversary.OutputCount, options.Seed + 1),
            AdversaryLoss = ofAdversary,
            Control = Control(train),
            ControlValidation = Control(validation),
            OutputView = OutputView.Sigmoid,
        };
    }

    /// <summary>Plays the game; the classifier is its main player.</summary>
    /// <param name="game">As <see cref="Make"/> made it.</param>
    /// <param name="options">Schedule, as it was made with.</param>
    /// <param name="checkpointPath">Where the state is kept after each iteration; null for nowhere.</param>
    /// <param name="progress">Told after each iteration; null for nobody.</param>
    /// <param name="cancellation">Stops after the current step.</param>
    public static GameResult Play(
        Game game,
        TablePivotOptions options,
        string? checkpointPath = null,
        IProgress<GameReport>? progress = null,
        CancellationToken cancellation = default) => GameTrainer.Play(
            game, Rules(options), checkpointPath, progress, cancellation);

    /// <summary>Probability of signal that a classifier gives to each row.</summary>
    /// <param name="classifier">One logit.</param>
    /// <param name="rows">Any rows of its features.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N], in [0, 1].</returns>
    public static float[] Scores(Mlp classifier, PivotSample rows, int threads)
    {
        var scores = new float[rows.RowCount];
        classifier.Predict(rows.Features, rows.RowCount, scores, threads);
        return Array.ConvertAll(scores, logit => (float)BinaryCrossEntropy.Probability(logit));
    }

    /// <summary>Whether the nuisance of some rows is 0 or 1 throughout.</summary>
    /// <param name="rows">Any rows.</param>
    public static bool IsBinary(PivotSample rows) => Array.TrueForAll(rows.Nuisance, z => z is 0 or 1);

    private static GameOptions Rules(TablePivotOptions options) => new()
    {
        Lambda = options.Lambda,
        AdversarySteps = options.AdversarySteps,
        Epochs = Math.Max(1, options.Iterations / StepsPerEpoch),
        StepsPerEpoch = StepsPerEpoch,
        BatchSize = options.BatchSize,
        ControlBatchSize = options.BatchSize,
        PretrainMain = options.PretrainClassifier,
        PretrainAdversary = options.PretrainAdversary,
        Main = new() { LearningRate = options.ClassifierRate },
        Adversary = new() { LearningRate = options.AdversaryRate },
        Threads = options.Threads,
        Seed = options.Seed,
    };

    // Judging takes as long as some steps, so several of them make an epoch.
    private const int StepsPerEpoch = 10;

    private static DataSet Task(PivotSample rows, TablePivotOptions options) => options.IsBlindToNuisance
        ? Rows(rows, row => rows.Nuisance[row] == 0, rows.Labels)
        : Rows(rows, _ => true, rows.Labels);

    private static CoupledRows Control(PivotSample rows) =>
        new(Rows(rows, row => rows.Labels[row] == 0, rows.Nuisance), 1, [], 0);

    private static DataSet Rows(PivotSample rows, Predicate<int> takes, float[] targets)
    {
        int features = rows.Features.Length / rows.RowCount;
        int[] taken = [.. Enumerable.Range(0, rows.RowCount).Where(row => takes(row))];
        return new(
            [.. taken.SelectMany(row => rows.Features[(row * features)..((row + 1) * features)])], features,
            [.. taken.Select(row => targets[row])], null);
    }

    private static void Require(PivotSample rows, string part)
    {
        int signal = rows.Labels.Count(label => label == 1), background = rows.Labels.Count(label => label == 0);
        if (signal == 0 || background == 0 || signal + background < rows.RowCount)
        {
            throw new ArgumentException(
                $"The {part} part has {signal} rows of signal (target 1), {background} of background (target 0) and "
                + $"{rows.RowCount - signal - background} others; expected rows of both classes and no others.");
        }

        int values = Enumerable.Range(0, rows.RowCount).Where(row => rows.Labels[row] == 0)
            .Select(row => rows.Nuisance[row]).Distinct().Take(2).Count();
        if (values < 2)
        {
            throw new ArgumentException(
                $"The nuisance is the same in all {background} background rows of the {part} part, the control region; "
                + "there is nothing to be independent of.");
        }
    }
}
