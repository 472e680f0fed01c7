using Moliere.Learning.Adversaries;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Pivot;

/// <summary>What became of the pivot toy.</summary>
public sealed record PivotOutcome
{
    /// <summary>The course of the game: cross-entropy and loss of the adversary after each iteration.</summary>
    public required GameResult Course { get; init; }

    /// <summary>The game with both networks, for instance to set a fresh adversary on it.</summary>
    public required Game Game { get; init; }

    /// <summary>The classifier: x0 and x1 to a logit.</summary>
    public required Mlp Classifier { get; init; }

    /// <summary>The adversary: probability of signal to a mixture of five normal densities of z.</summary>
    public required Mlp Adversary { get; init; }

    /// <summary>The classifier at the end.</summary>
    public required PivotMeasures Measures { get; init; }
}
