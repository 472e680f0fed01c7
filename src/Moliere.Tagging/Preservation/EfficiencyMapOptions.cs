using System.ComponentModel.DataAnnotations;

namespace Moliere.Tagging.Preservation;

/// <summary>How the cells of an efficiency map are joined to bins.</summary>
public sealed record EfficiencyMapOptions
{
    /// <summary>Least effective entries, (sum w)² / sum w², of a bin.</summary>
    [Range(1.0, 1e9)]
    public double MinimumEntries { get; init; } = 100;

    /// <summary>
    /// A box is divided only where that raises twice the logarithm of the likelihood by so much: 9 are three standard
    /// deviations for one division.
    /// </summary>
    [Range(0.0, 1e6)]
    public double MinimumGain { get; init; } = 9;

    /// <summary>Probability content of the intervals.</summary>
    [Range(0.01, 0.9999)]
    public double Confidence { get; init; } = 0.6827; // one standard deviation of a normal distribution
}
