using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>How the classifier of decay modes is grown; small trees, since it is a means and not an end.</summary>
/// <source>Boosted trees for decay modes: arXiv:1512.05955, section 5.</source>
public sealed record DecayModeOptions
{
    /// <summary>Rounds of boosting, each one tree per decay mode.</summary>
    [Range(1, 10_000)]
    public int Rounds { get; init; } = 100; // tuned on the validation loss of 20,000 taus, 40 is 2 % larger

    /// <summary>Splits between root and leaf, at most.</summary>
    [Range(1, 32)]
    public int MaxDepth { get; init; } = 5; // our choice, as the rate: a smaller rate needs as many more rounds

    /// <summary>Factor on what a tree adds.</summary>
    [Range(1e-6, 1)]
    public double LearningRate { get; init; } = 0.2;

    /// <summary>Fewest taus of a half with a known decay mode.</summary>
    [Range(10, 1_000_000)]
    public int TausMin { get; init; } = 200; // our choice: fewer than a few dozen per mode tell nothing

    /// <summary>The same for the trees.</summary>
    /// <param name="threads">Number of workers.</param>
    internal BoostingOptions ToBoosting(int threads) => new()
    {
        Objective = TreeObjective.MultiClass,
        Classes = TauColumns.Modes.Count,
        Rounds = Rounds,
        MaxDepth = MaxDepth,
        LearningRate = LearningRate,
        Threads = threads,
    };
}
