using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>Shape of a network over sets of points.</summary>
/// <source>
/// Komiske, Metodiev and Thaler, arXiv:1810.05165, section 4.1: layers of 100, 100 and 128 units, then 3 of 100.
/// </source>
public sealed record DeepSetsOptions
{
    /// <summary>How points enter.</summary>
    public SetNetworkKind Kind { get; init; } = SetNetworkKind.ParticleFlow;

    /// <summary>Units of each layer of Phi, which every point passes through; at least one layer.</summary>
    public int[] Point { get; init; } = [100, 100, 128];

    /// <summary>Units of each hidden layer of F, which the sum passes through; may be empty.</summary>
    public int[] Object { get; init; } = [100, 100, 100];

    /// <summary>Activation of all layers of Phi and of the hidden layers of F; the output layer is linear.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Which point feature is the share z of an <see cref="SetNetworkKind.EnergyFlow"/> network.</summary>
    public int ShareColumn { get; init; }

    /// <summary>
    /// Factor on the sum over points, positive; null for one that suits the kind: 1 where shares add up to about 1,
    /// 1/16 otherwise, which keeps sums over some tens of points at order one.
    /// </summary>
    public double? SumScale { get; init; }
}
