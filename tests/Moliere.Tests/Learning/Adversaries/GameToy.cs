using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Adversaries;

/// <summary>
/// Two classes in three features: the first tells the class, the second the class and whether a row is data, the third
/// nothing. An adversary is after data or simulation.
/// </summary>
internal static class GameToy
{
    public static readonly PlayerOptions Fast = new()
    {
        Optimizer = new() { Kind = OptimizerKind.Nadam },
        LearningRate = 0.01,
        ClipNorm = 5,
    };

    public static readonly GameOptions Short = new()
    {
        Lambda = 4,
        AdversarySteps = 2,
        Epochs = 3,
        BatchSize = 100,
        ControlBatchSize = 90,
        PretrainMain = 1,
        PretrainAdversary = 1,
        Main = Fast,
        Adversary = Fast,
    };

    /// <summary>Rows of the task: target 1 for signal.</summary>
    public static DataSet Task(int rows, ulong seed) => Rows(rows, seed, isControl: false);

    /// <summary>Control rows, of which none is signal: target 1 for data; context of one number.</summary>
    public static CoupledRows Control(int rows, ulong seed)
    {
        var rng = new Rng(seed, "context");
        var context = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            context[row] = (float)rng.NextGaussian();
        }

        return new(Rows(rows, seed, isControl: true), 1, context, 1);
    }

    /// <summary>A game of perceptrons with everything a layer can have.</summary>
    public static Game Make(Normalisation normalisation = Normalisation.Batch, double dropout = 0.1) => new()
    {
        Main = new Mlp(
            3, new MlpOptions { Hidden = [8, 8], Activation = Activation.Silu, Dropout = dropout }, 2, 3),
        MainLoss = new SoftmaxCrossEntropy(2),
        Train = Task(700, 1),
        Validation = Task(400, 2),
        Adversary = new Mlp(
            3, new MlpOptions { Hidden = [6], Activation = Activation.Tanh, Normalisation = normalisation }, 1, 4),
        AdversaryLoss = new BinaryCrossEntropy(),
        Control = Control(600, 3),
        ControlValidation = Control(500, 4),
        OutputView = OutputView.Softmax,
        Monitors = [new KolmogorovMonitor()],
    };

    private static DataSet Rows(int rows, ulong seed, bool isControl)
    {
        float[] features = new float[3 * rows], targets = new float[rows], weights = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "game toy", (ulong)row);
            bool isOne = rng.NextDouble() < 0.5, isSignal = isOne && !isControl;
            features[3 * row] = (float)((isSignal ? 1 : 0) + rng.NextGaussian());
            features[(3 * row) + 1] = (float)((isOne ? 1 : 0) + rng.NextGaussian());
            features[(3 * row) + 2] = (float)rng.NextGaussian();
            (targets[row], weights[row]) = (isOne ? 1 : 0, (float)(0.5 + rng.NextDouble()));
        }

        return new(features, 3, targets, weights);
    }
}
