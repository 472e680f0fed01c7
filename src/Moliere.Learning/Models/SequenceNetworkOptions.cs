using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>Shape of a network over several lists of points.</summary>
public sealed record SequenceNetworkOptions
{
    /// <summary>Layers of each list, in the order of the lists; at least one.</summary>
    public SequenceBranch[] Branches { get; init; } = [new()];

    /// <summary>
    /// Units of each hidden layer behind the branches, which sees their states and the features of the object; may be
    /// empty.
    /// </summary>
    public int[] Hidden { get; init; } = [64, 64];

    /// <summary>Activation of convolutions and hidden layers; the output layer is linear.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>
    /// Probability, in [0, 1), that training drops a unit of a convolution or a hidden layer; 0 for no dropout.
    /// </summary>
    public double Dropout { get; init; }
}

/// <summary>What one list of points passes through.</summary>
public sealed record SequenceBranch
{
    /// <summary>Units of each convolution along the list; may be empty.</summary>
    public int[] Convolutions { get; init; } = [];

    /// <summary>Neighbouring points that each convolution sees, itself included; 1 runs point by point.</summary>
    public int Kernel { get; init; } = 1;

    /// <summary>How points come together.</summary>
    public RecurrentKind Recurrent { get; init; } = RecurrentKind.Lstm;

    /// <summary>Columns of the result, at least 1.</summary>
    public int Units { get; init; } = 10;

    /// <summary>Most points of the list; rows with more are refused.</summary>
    public int MaximumLength { get; init; } = 50;
}
