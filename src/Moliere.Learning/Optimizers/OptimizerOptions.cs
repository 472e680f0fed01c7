using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Optimizers;

/// <summary>Which optimiser, and its constants; the defaults are those of Adam's paper.</summary>
public sealed record OptimizerOptions
{
    /// <summary>How a gradient becomes a step, and how weight decay enters.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.Adam;

    /// <summary>Adam and Nadam: decay of the running mean of gradients.</summary>
    [Range(0, 0.9999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam and Nadam: decay of the running mean of squared gradients.</summary>
    [Range(0, 0.999999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Adam and Nadam: keeps the step finite where all gradients were zero.</summary>
    [Range(1e-12, 1)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gradient descent: share of the last step that is made again; 0 for none.</summary>
    [Range(0, 0.9999)]
    public double Momentum { get; init; }

    /// <summary>Weight decay per unit of learning rate; 0 for none. Biases decay too.</summary>
    [Range(0, 1)]
    public double WeightDecay { get; init; }
}
