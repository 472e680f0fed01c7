using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Optimizers;

/// <summary>The course of the learning rate, as a factor on the configured rate.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Which course.</summary>
    public ScheduleKind Kind { get; init; } = ScheduleKind.OneCycle;

    /// <summary>Step: epochs at whose end the rate changes, ascending.</summary>
    public int[] Milestones { get; init; } = [];

    /// <summary>Step: factor at each milestone.</summary>
    [Range(1e-6, 1)]
    public double StepFactor { get; init; } = 0.1;

    /// <summary>Cosine and one-cycle: the rate at the end, as a fraction of the configured rate.</summary>
    [Range(0, 1)]
    public double FinalFraction { get; init; } = 0.001;

    /// <summary>One-cycle: the rate at the start, as a fraction of the configured rate.</summary>
    [Range(1e-6, 1)]
    public double StartFraction { get; init; } = 0.04;

    /// <summary>One-cycle: part of the training that the rise takes.</summary>
    [Range(0, 0.9)]
    public double RiseFraction { get; init; } = 0.3;
}
