using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>Shape and kind of a cluster network.</summary>
public sealed record NetworkOptions
{
    /// <summary>What the outputs mean.</summary>
    public NetworkKind Kind { get; init; } = NetworkKind.Mixture;

    /// <summary>Hidden layers.</summary>
    public MlpOptions Network { get; init; } = new();

    /// <summary>Components K of a mixture; ignored for a regression.</summary>
    [Range(1, 16)]
    public int Components { get; init; } = 3;

    /// <summary>Which value of a mixture is the prediction.</summary>
    public CentralValue Central { get; init; } = CentralValue.Mode;

    /// <summary>The loss that belongs to the kind.</summary>
    public Loss Loss => Kind == NetworkKind.Mixture ? new MixtureNll(Components) : new MeanSquaredError();
}
