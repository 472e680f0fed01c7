using System.ComponentModel.DataAnnotations;

namespace Moliere.Data.Features;

/// <summary>
/// An input of a model: an expression over columns, then clipped, then transformed; standardised once it is fitted.
/// </summary>
public sealed record Feature
{
    /// <summary>Name shown in reports and stored with the model, unique in its set.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// A number in terms of columns, such as <c>energy / cosh_eta</c>; most often just a column's name.
    /// </summary>
    public required string Expression { get; init; }

    /// <summary>Applied after clipping.</summary>
    public FeatureTransform Transform { get; init; }

    /// <summary>Smallest argument of the logarithm; smaller and negative values count as this one. Positive.</summary>
    [Range(double.Epsilon, double.MaxValue)]
    public double Floor { get; init; } = 1e-10;

    /// <summary>Smaller values count as this one; null for no bound.</summary>
    public double? Low { get; init; }

    /// <summary>Larger values count as this one; null for no bound.</summary>
    public double? High { get; init; }

    /// <summary>The transformed value, not yet standardised; NaN if the value is not finite.</summary>
    /// <param name="value">Result of the expression in one row.</param>
    public double Apply(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.NaN;
        }

        double clipped = Math.Min(Math.Max(value, Low ?? double.NegativeInfinity), High ?? double.PositiveInfinity);
        return Transform switch
        {
            FeatureTransform.Log10 => Math.Log10(Math.Max(clipped, Floor)),
            FeatureTransform.SignedCubeRoot => Math.Cbrt(clipped),
            _ => clipped,
        };
    }
}
