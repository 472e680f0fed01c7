using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Trees.Adaptive;

/// <summary>How trees vote one after the other, each on rows that those before it got wrong.</summary>
public sealed record AdaptiveOptions
{
    /// <summary>Rounds; each adds one tree.</summary>
    [Range(1, 100_000)]
    public int Rounds { get; init; } = 200;

    /// <summary>Factor on the vote of a tree.</summary>
    [Range(1e-6, 1)]
    public double LearningRate { get; init; } = 0.5; // ATL-PHYS-PUB-2018-014, public code

    /// <summary>Splits between root and leaf, at most.</summary>
    [Range(1, 64)]
    public int MaxDepth { get; init; } = 20; // as above

    /// <summary>Smallest share of the weight of all rows in a leaf.</summary>
    [Range(0, 0.5)]
    public double LeastLeafShare { get; init; } = 0.01; // as above

    /// <summary>Bins that a feature is cut into, one of them for missing values where there are some.</summary>
    [Range(2, 256)]
    public int Bins { get; init; } = 256;

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    internal void Check()
    {
        var found = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new(this), found, validateAllProperties: true))
        {
            throw new ArgumentException(found[0].ErrorMessage);
        }
    }
}
