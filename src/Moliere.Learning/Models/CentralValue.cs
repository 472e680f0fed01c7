namespace Moliere.Learning.Models;

/// <summary>
/// Which point of a predicted distribution counts as its value; they differ where the distribution is skewed.
/// </summary>
public enum CentralValue
{
    /// <summary>Highest density: the most likely value.</summary>
    Mode,

    /// <summary>Half of the probability on either side.</summary>
    Median,

    /// <summary>Expectation.</summary>
    Mean,
}
