using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Optimizers;

/// <summary>Constants of Adam; the defaults are those of its paper.</summary>
public sealed record AdamOptions
{
    /// <summary>How weight decay enters.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.Adam;

    /// <summary>Decay of the running mean of gradients.</summary>
    [Range(0, 0.9999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the running mean of squared gradients.</summary>
    [Range(0, 0.999999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Keeps the step finite where all gradients were zero.</summary>
    [Range(1e-12, 1)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Weight decay per unit of learning rate; 0 for none. Biases decay too.</summary>
    [Range(0, 1)]
    public double WeightDecay { get; init; }
}
