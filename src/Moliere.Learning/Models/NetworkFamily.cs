namespace Moliere.Learning.Models;

/// <summary>How many functions a method fits, and how they belong together.</summary>
public enum NetworkFamily
{
    /// <summary>One network.</summary>
    Single,

    /// <summary>A network whose weights are normal variates: a distribution of functions around one.</summary>
    Bayesian,

    /// <summary>Networks that differ by their starting weights only.</summary>
    DeepEnsemble,

    /// <summary>Networks kept apart during training, so that together they sample the posterior.</summary>
    RepulsiveEnsemble,
}
