using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
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
    /// above, whose background is; of background both halves of <see cref="Verify"/> need two.
    /// </param>
    /// <exception cref="ArgumentException">A class is missing, or one side of the nuisance.</exception>
    public static void RequireTest(PivotSample rows, double middle)
    {
        RequireClasses(rows.Labels, "test", isBlind: false);
        int signal = Count(1, isAbove: false), low = Count(0, isAbove: false), high = Count(0, isAbove: true);
        if (signal == 0 || low < 2 * FewestOfHalf || high < 2 * FewestOfHalf)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The test part has {low} background rows with a nuisance up to {middle}, ")
                + FormattableString.Invariant($"{high} above and {signal} rows of signal up to it; expected at least ")
                + $"{2 * FewestOfHalf} of background on both sides and one of signal.");
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

    /// <summary>Logit of the probability of signal that a classifier gives to each row.</summary>
    /// <param name="classifier">One logit.</param>
    /// <param name="rows">Any rows of its features.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N].</returns>
    public static float[] Logits(Mlp classifier, PivotSample rows, int threads)
    {
        var logits = new float[rows.RowCount];
        classifier.Predict(rows.Features, rows.RowCount, logits, threads);
        return logits;
    }

    /// <summary>Probability of signal that a classifier gives to each row.</summary>
    /// <param name="classifier">One logit.</param>
    /// <param name="rows">Any rows of its features.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N], in [0, 1].</returns>
    public static float[] Scores(Mlp classifier, PivotSample rows, int threads) => Array.ConvertAll(
        Logits(classifier, rows, threads), logit => (float)BinaryCrossEntropy.Probability(logit));

    /// <summary>What the game's adversary pays on background of other rows.</summary>
    /// <param name="game">As it was played.</param>
    /// <param name="rows">Rows that neither player has seen.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>Mean loss and its standard error over the rows [nats].</returns>
    public static (double Mean, double Error) AdversaryLoss(Game game, PivotSample rows, int threads)
    {
        int[] taken = [.. Enumerable.Range(0, rows.RowCount).Where(row => rows.Labels[row] == 0)];
        float[] scores = Scores((Mlp)game.Main, rows, threads);
        int width = game.Adversary.OutputCount;
        var outputs = new float[taken.Length * width];
        ((Mlp)game.Adversary).Predict(Array.ConvertAll(taken, row => scores[row]), taken.Length, outputs, threads);
        var unused = new float[width];
        double[] losses = [.. taken.Select((row, i) =>
            game.AdversaryLoss.Row(outputs.AsSpan(i * width, width), rows.Nuisance[row], unused))];
        double mean = losses.Average(), variance = losses.Average(loss => (loss - mean) * (loss - mean));
        return (mean, Math.Sqrt(variance / losses.Length));
    }

    /// <summary>Sets an adversary that never took part on the classifier, judged on background of other rows.</summary>
    /// <param name="game">As it was played.</param>
    /// <param name="rows">Rows that neither player has seen: on one half it stops, on the other it is judged.</param>
    /// <param name="options">How it learns.</param>
    public static FreshVerdict Verify(Game game, PivotSample rows, TrainerOptions options) =>
        FreshAdversary.Verify(game with { ControlValidation = Control(rows) }, options);

    /// <summary>Whether the nuisance of some rows is 0 or 1 throughout.</summary>
    /// <param name="rows">Any rows.</param>
    public static bool IsBinary(PivotSample rows) => Array.TrueForAll(rows.Nuisance, z => z is 0 or 1);

    private static GameOptions Rules(TablePivotOptions options) => new()
    {
        Lambda = options.Lambda,
        Ramp = options.Ramp,
        Mode = options.Mode,
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
        Main = new() { Optimizer = new() { Kind = OptimizerKind.Sgd }, LearningRate = options.ClassifierRate },
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
