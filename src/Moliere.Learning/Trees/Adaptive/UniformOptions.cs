using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Trees.Adaptive;

/// <summary>How strongly, and at which cut, boosting is driven to one efficiency along a variable.</summary>
/// <source>Stevens, Williams, arXiv:1305.7248, section 2: symbols alpha and epsilon-bar.</source>
public sealed record UniformOptions
{
    /// <summary>Strength alpha; 0 leaves the boosting as it is.</summary>
    [Range(0, 1000)]
    public double Strength { get; init; } = 0.3;

    /// <summary>Share of class 0 below the cut at which its efficiency becomes uniform.</summary>
    [Range(0.001, 0.999)]
    public double TargetEfficiency { get; init; } = 0.92; // ATL-PHYS-PUB-2018-014, public code

    /// <summary>
    /// Nearest rows of class 0, the row itself among them, by which its local efficiency is measured.
    /// </summary>
    [Range(1, 1_000_000)]
    public int Neighbours { get; init; } = 50; // as above

    internal void Check()
    {
        var found = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new(this), found, validateAllProperties: true))
        {
            throw new ArgumentException(found[0].ErrorMessage);
        }
    }
}
