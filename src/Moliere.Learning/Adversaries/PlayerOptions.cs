using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Optimizers;

namespace Moliere.Learning.Adversaries;

/// <summary>How one player of a game learns.</summary>
public sealed record PlayerOptions
{
    /// <summary>Optimiser and its constants; its memory lasts from pre-training through the game.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>Peak learning rate; pre-training goes at this rate throughout.</summary>
    [Range(1e-12, 10)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Course of the learning rate over the epochs of one lambda.</summary>
    public ScheduleOptions Schedule { get; init; } = new() { Kind = ScheduleKind.Constant };

    /// <summary>Largest norm of a gradient; 0 for no clipping.</summary>
    [Range(0, 1e6)]
    public double ClipNorm { get; init; }
}
