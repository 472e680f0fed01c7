using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Trees;

/// <summary>How trees are boosted. Two trainings with equal options and data give the same bits.</summary>
/// <source>arXiv:1603.02754, section 2, for the symbols lambda and gamma.</source>
public sealed record BoostingOptions
{
    /// <summary>What is minimised.</summary>
    public TreeObjective Objective { get; init; } = TreeObjective.Squared;

    /// <summary>Rounds; each adds one tree per margin.</summary>
    [Range(1, 100_000)]
    public int Rounds { get; init; } = 200;

    /// <summary>Factor on what a tree adds.</summary>
    [Range(1e-6, 1)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Splits between root and leaf, at most; 0 for no limit.</summary>
    [Range(0, 64)]
    public int MaxDepth { get; init; } = 6;

    /// <summary>Leaves of a tree, at most; 0 for no limit. Either this or the depth must be limited.</summary>
    [Range(0, 1 << 20)]
    public int MaxLeaves { get; init; }

    /// <summary>Which node is split next; matters only where leaves are limited.</summary>
    public TreeGrowth Growth { get; init; }

    /// <summary>Bins that a feature is cut into, one of them for missing values where there are some.</summary>
    [Range(2, 256)]
    public int Bins { get; init; } = 256;

    /// <summary>Constant added to the curvature of a leaf, which pulls its value to zero.</summary>
    [Range(0, 1e12)]
    public double Lambda { get; init; } = 1;

    /// <summary>Gain that a split must exceed, in the units of <see cref="Tree.Gain"/>.</summary>
    [Range(0, 1e12)]
    public double Gamma { get; init; }

    /// <summary>Smallest sum of curvatures of a child; with the squared loss its sum of weights.</summary>
    [Range(0, 1e12)]
    public double MinChildWeight { get; init; } = 1;

    /// <summary>Share of the rows that a round sees, each row drawn by itself; 1 for all.</summary>
    [Range(1e-3, 1)]
    public double RowShare { get; init; } = 1;

    /// <summary>Share of the features that a tree sees, at least one; 1 for all.</summary>
    [Range(1e-3, 1)]
    public double ColumnShare { get; init; } = 1;

    /// <summary>Direction of each feature [F]: 1 rising, -1 falling, 0 free; empty for all free.</summary>
    public IReadOnlyList<int> Monotone { get; init; } = [];

    /// <summary>Number of classes K of <see cref="TreeObjective.MultiClass"/>; the others ignore it.</summary>
    [Range(2, 1000)]
    public int Classes { get; init; } = 2;

    /// <summary>Which quantile <see cref="TreeObjective.Quantile"/> looks for, inside (0, 1).</summary>
    [Range(1e-6, 1 - 1e-6)]
    public double Probability { get; init; } = 0.5;

    /// <summary>Residual at which <see cref="TreeObjective.Huber"/> bends, in units of the target.</summary>
    [Range(1e-9, 1e9)]
    public double Delta { get; init; } = 1;

    /// <summary>Where all margins start; null for the constant that fits the training rows best.</summary>
    public float? Start { get; init; }

    /// <summary>Rounds without improvement of the validation loss after which boosting stops; 0 for never.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; }

    /// <summary>Called before each round to change the weights of the training rows; null for constant
    /// weights.</summary>
    public RoundWeights? Reweight { get; init; }

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of the draws of rows and features.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check(int features)
    {
        var found = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new(this), found, validateAllProperties: true))
        {
            throw new ArgumentException(found[0].ErrorMessage);
        }

        Require(MaxDepth > 0 || MaxLeaves > 0, "MaxDepth and MaxLeaves are both 0; a tree needs one limit.");
        Require(MaxLeaves != 1, "MaxLeaves is 1; a tree that may split has at least 2.");
        Require(
            Monotone.Count == 0 || Monotone.Count == features,
            $"Monotone has {Monotone.Count} directions for {features} features; give one each, or none.");
        Require(Monotone.All(direction => direction is >= -1 and <= 1), "Monotone holds other numbers than -1, 0, 1.");
        Require(
            Objective != TreeObjective.Quantile || Monotone.All(direction => direction == 0),
            "Monotone cannot be kept with the Quantile objective, which refits its leaves.");
        Require(Start is null || float.IsFinite(Start.Value), $"Start is {Start}; it must be finite.");
    }

    private static void Require(bool isFine, string sentence)
    {
        if (!isFine)
        {
            throw new ArgumentException(sentence);
        }
    }
}
