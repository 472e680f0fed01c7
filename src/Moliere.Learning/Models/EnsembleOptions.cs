using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Models;

/// <summary>How many networks an ensemble has, and the prior of a repulsive one.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Fewest members: one network has no spread between members.</summary>
    public const int FewestMembers = 2;

    /// <summary>Most members: beyond, the M² distances of the repulsion outweigh the networks.</summary>
    public const int MostMembers = 1024;

    /// <summary>Members M.</summary>
    [Range(FewestMembers, MostMembers)]
    public int Members { get; init; } = 16;

    /// <summary>
    /// Standard deviation of the normal prior on each weight; biases are free. Repulsive ensembles only: members that
    /// do not repel each other are trained as a single network is.
    /// </summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;
}
