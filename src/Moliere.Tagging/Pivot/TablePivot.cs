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
    /// <summary>Steps of the classifier in an epoch; judging takes as long as some steps.</summary>
    public const int StepsPerEpoch = 10;

    private const int Components = 5;

    // Background rows of each value in the halves on which a fresh adversary stops and is judged.
    private const int FewestOfHalf = 2;

    /// <summary>The networks and rows before anything is learnt.</summary>
    /// <param name="train">Rows to learn from; features and a nuisance of many values are of order one.</param>
    /// <param name="validation">Rows to judge on, with the same features.</param>
    /// <param name="options">Sizes and seed.</param>
    /// <exception cref="ArgumentException">A class is missing, or background does not have all there is to tell.
    /// </exception>
    public static Game Make(PivotSample train, PivotSample validation, TablePivotOptions options)
    {
        Require(train, "training", 1);
        Require(validation, "validation", 2 * FewestOfHalf);
        (DataSet Train, DataSet Validation) task = (Task(train, options), Task(validation, options));
        RequireClasses(task.Train.Targets, "training", options.IsBlindToNuisance);
        RequireClasses(task.Validation.Targets, "validation", options.IsBlindToNuisance);
        bool isBinary = IsBinary(train);
        Loss ofAdversary = isBinary ? new BinaryCrossEntropy() : new MixtureNll(Components);
        int features = train.Features.Length / train.RowCount;
        Activation[] activations = [.. options.Hidden.Select((_, i) => i == 0 ? Activation.Tanh : Activation.Relu)];
        return new()
        {
            Main = new Mlp(
                features, new MlpOptions { Hidden = options.Hidden, Activations = activations }, 1, options.Seed),
            MainLoss = new BinaryCrossEntropy(),
            Train = task.Train,
            Validation = task.Validation,
            Adversary = new Mlp(
                1, new MlpOptions { Hidden = options.Hidden }, ofAdversary.OutputCount, options.Seed + 1),
            AdversaryLoss = ofAdversary,
            Control = Control(train),
            ControlValidation = Control(validation),
            OutputView = OutputView.Sigmoid,
        };
    }

    /// <summary>Refuses rows on which a played classifier cannot be measured.</summary>
    /// <param name="rows">Rows that nothing was learnt or chosen from.</param>
    /// <param name="middle">
    /// Parts the rows into those with a nuisance below or equal, whose background and signal are needed, and those
    /// above, whose background is.
    /// </param>
    /// <exception cref="ArgumentException">A class is missing, or one side of the nuisance.</exception>
    public static void RequireTest(PivotSample rows, double middle)
    {
        RequireClasses(rows.Labels, "test", isBlind: false);
        int signal = Count(1, isAbove: false), low = Count(0, isAbove: false), high = Count(0, isAbove: true);
        if (signal == 0 || low == 0 || high == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The test part has {low} background rows with a nuisance up to {middle}, ")
                + $"{high} above and {signal} rows of signal up to it; expected at least one of each.");
        }

        int Count(float label, bool isAbove) => Enumerable.Range(0, rows.RowCount)
            .Count(row => rows.Labels[row] == label && (rows.Nuisance[row] > middle) == isAbove);
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
        Epochs = options.Iterations % StepsPerEpoch == 0
            ? options.Iterations / StepsPerEpoch
            : throw new ArgumentException(
                $"There are {options.Iterations} iterations; expected a multiple of {StepsPerEpoch}.", nameof(options)),
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

    private static void Require(PivotSample rows, string part, int fewest)
    {
        RequireClasses(rows.Labels, part, isBlind: false);
        float[] control = [.. rows.Nuisance.Where((_, row) => rows.Labels[row] == 0)];
        int[] sides = IsBinary(rows) ? [control.Count(z => z == 0), control.Count(z => z == 1)] : [control.Length];
        if (control.Distinct().Take(2).Count() < 2)
        {
            throw new ArgumentException(
                $"The nuisance is the same in all {control.Length} background rows of the {part} part, the control "
                + "region; there is nothing to be independent of.");
        }

        if (sides.Min() < fewest)
        {
            throw new ArgumentException(
                $"The {part} part has {string.Join(" and ", sides)} background rows of the values of the nuisance; "
                + $"expected at least {fewest} of each.");
        }
    }

    private static void RequireClasses(float[] labels, string part, bool isBlind)
    {
        int signal = labels.Count(label => label == 1), background = labels.Count(label => label == 0);
        if (signal == 0 || background == 0 || signal + background < labels.Length)
        {
            string which = isBlind ? " at the nuisance 0" : "";
            throw new ArgumentException(
                $"The {part} part has{which} {signal} rows of signal (target 1), {background} of background (target 0) "
                + $"and {labels.Length - signal - background} others; expected rows of both classes and no others.");
        }
    }
}
