using Moliere.Data.Objects;
using Moliere.Learning.Models;

namespace Moliere.Learning.Tabular;

/// <summary>A network for a table, and what is predicted with it.</summary>
public sealed record RegressionOptions
{
    /// <summary>Family, layers and loss; the loss is taken on the standardised target.</summary>
    public NetworkPlan Plan { get; init; } = new();

    /// <summary>Whether the distribution is over the target or over its decimal logarithm.</summary>
    public ResponseScale Scale { get; init; } = ResponseScale.Linear;

    /// <summary>
    /// Which value of a predicted distribution counts; the mean has the smallest squared error. The mode is that of the
    /// density over the scale.
    /// </summary>
    public CentralValue Central { get; init; } = CentralValue.Mean;
}
