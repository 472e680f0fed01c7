using Moliere.Data.Objects;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>A cluster network, and how its target is written.</summary>
public sealed record NetworkOptions
{
    /// <summary>Family, layers and loss.</summary>
    public NetworkPlan Plan { get; init; } = new();

    /// <summary>Whether the network learns R or its decimal logarithm.</summary>
    public ResponseScale Scale { get; init; } = ResponseScale.Log10;

    /// <summary>Which value of a predicted distribution is the response; without effect for a point.</summary>
    public CentralValue Central { get; init; } = CentralValue.Mode;
}
