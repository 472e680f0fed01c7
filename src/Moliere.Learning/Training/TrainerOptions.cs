using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Optimizers;

namespace Moliere.Learning.Training;

/// <summary>How a network is fitted. Two trainings with equal options, data and network give the same bits.</summary>
public sealed record TrainerOptions
{
    /// <summary>Passes over the training rows.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 30;

    /// <summary>Rows per optimiser step.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 1024;

    /// <summary>Peak learning rate; the schedule multiplies it by a factor in [0, 1].</summary>
    [Range(1e-8, 10)]
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Course of the learning rate.</summary>
    public ScheduleOptions Schedule { get; init; } = new();

    /// <summary>The optimiser's constants.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>Largest global norm of a gradient; 0 for no clipping.</summary>
    [Range(0, 1e6)]
    public double ClipNorm { get; init; } = 1;

    /// <summary>Epochs without improvement of the validation loss after which training stops; 0 for never.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; } = 10;

    /// <summary>By how much the validation loss must fall to count as an improvement.</summary>
    [Range(0, 1e6)]
    public double MinimumImprovement { get; init; }

    /// <summary>
    /// Whether the output biases start from the moments of the training targets, or from the shares of the classes.
    /// </summary>
    public bool StartFromTargetMoments { get; init; } = true;

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of the order of rows.</summary>
    public ulong Seed { get; init; } = 1;
}
