namespace Moliere.Learning.Models;

/// <summary>How many functions a method fits, and how they belong together.</summary>
public enum NetworkFamily
{
    /// <summary>One network.</summary>
    Single,

    /// <summary>A network whose weights are normal variates: a distribution of functions around one.</summary>
    Bayesian,
}
