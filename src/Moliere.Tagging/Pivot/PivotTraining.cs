using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Tagging.Pivot;

/// <summary>
/// Trains a classifier of the pivot toy whose score shall not know z. The adversary's densities have the logarithm of
/// their variance as output where the paper has that of their width: the same family.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, algorithm 1 and section 5.1.</source>
public static class PivotTraining
{
    private const int Components = 5;

    /// <summary>The networks and samples before anything is learnt.</summary>
    /// <param name="options">Sizes and seed.</param>
    public static Game Make(PivotOptions options)
    {
        PivotSample train = PivotToy.Draw(options.TrainRows, 4 * options.Seed), test = Test(options);
        return new()
        {
            Main = new Mlp(
                2, new MlpOptions { Hidden = [20, 20], Activations = [Activation.Tanh, Activation.Relu] }, 1,
                options.Seed),
            MainLoss = new BinaryCrossEntropy(),
            Train = Rows(train, train.Labels),
            Validation = Rows(test, test.Labels),
            Adversary = new Mlp(1, new MlpOptions { Hidden = [20, 20] }, 3 * Components, options.Seed + 1),
            AdversaryLoss = new MixtureNll(Components),
            Control = new(Rows(train, train.Nuisance), 1, [], 0),
            ControlValidation = new(Rows(test, test.Nuisance), 1, [], 0),
            OutputView = OutputView.Sigmoid,
        };
    }

    /// <summary>Plays the game and measures the classifier.</summary>
    /// <param name="options">Schedule.</param>
    /// <param name="checkpointPath">Where the state is kept after each iteration; null for nowhere.</param>
    /// <param name="progress">Told after each iteration; null for nobody.</param>
    /// <param name="cancellation">Stops after the current step.</param>
    /// <exception cref="Formats.Bytes.InvalidFileException">The checkpoint is broken or of another set-up.</exception>
    public static PivotOutcome Run(
        PivotOptions options,
        string? checkpointPath = null,
        IProgress<GameReport>? progress = null,
        CancellationToken cancellation = default)
    {
        Game game = Make(options);
        GameResult course = GameTrainer.Play(game, Rules(options), checkpointPath, progress, cancellation);
        var classifier = (Mlp)game.Main;
        return new()
        {
            Course = course,
            Game = game,
            Classifier = classifier,
            Adversary = (Mlp)game.Adversary,
            Measures = PivotMeasures.Of(classifier, Test(options), (4 * options.Seed) + 2, options.Threads),
        };
    }

    private static GameOptions Rules(PivotOptions options)
    {
        var player = new PlayerOptions
        {
            Optimizer = new() { Kind = OptimizerKind.Sgd },
            LearningRate = options.LearningRate,
        };
        return new()
        {
            Lambda = options.Lambda,
            Ramp = options.Ramp,
            AdversarySteps = 0, // the notebook's full pass, where the paper's text has 500 steps
            Epochs = options.Iterations,
            StepsPerEpoch = 1,
            BatchSize = options.BatchSize,
            ControlBatchSize = options.BatchSize,
            PretrainMain = options.PretrainClassifier,
            PretrainAdversary = options.PretrainAdversary,
            Main = player,
            Adversary = player,
            Threads = options.Threads,
            Seed = options.Seed,
        };
    }

    private static PivotSample Test(PivotOptions options) => PivotToy.Draw(options.TestRows, (4 * options.Seed) + 1);

    private static DataSet Rows(PivotSample sample, float[] targets) => new(sample.Features, 2, targets, null);
}
