namespace Moliere.Learning.Export;

/// <summary>How the uncertain weights of a Bayesian network go into a graph.</summary>
public enum BayesianForm
{
    /// <summary>All draws of the weights, stacked: the average that the network itself predicts.</summary>
    Sampled,

    /// <summary>One pass of means and variances: smaller and faster, with the approximations of that pass.</summary>
    OnePass,
}
