using System.ComponentModel.DataAnnotations;

namespace Moliere.Tagging.Pivot;

/// <summary>How the pivot toy is trained; the defaults are the published schedule.</summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.1, and its public notebook.</source>
public sealed record PivotOptions
{
    /// <summary>What the classifier pays for each nat that the adversary finds out [1]; 0 for no adversary.</summary>
    [Range(0, 1e6)]
    public double Lambda { get; init; } = 50;

    /// <summary>Smaller lambdas played first, rising, each from what the one before has reached.</summary>
    public double[] Ramp { get; init; } = [];

    /// <summary>Steps of the classifier, each after a pass of the adversary over all training rows.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 200;

    /// <summary>Rows per step of either network.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 128;

    /// <summary>Rows to learn from.</summary>
    [Range(100, 10_000_000)]
    public int TrainRows { get; init; } = 75_000;

    /// <summary>Rows to judge on, drawn apart.</summary>
    [Range(100, 10_000_000)]
    public int TestRows { get; init; } = 50_000;

    /// <summary>Passes that the classifier makes alone at first.</summary>
    [Range(0, 10_000)]
    public int PretrainClassifier { get; init; } = 50;

    /// <summary>Passes that the adversary then makes against it.</summary>
    [Range(0, 10_000)]
    public int PretrainAdversary { get; init; } = 20;

    /// <summary>Learning rate of plain gradient descent, for both.</summary>
    [Range(1e-8, 10)]
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of samples, starting weights and orders of rows.</summary>
    public ulong Seed { get; init; } = 1;
}
