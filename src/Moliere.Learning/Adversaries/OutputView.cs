namespace Moliere.Learning.Adversaries;

/// <summary>What the adversary sees of the main player's outputs.</summary>
public enum OutputView
{
    /// <summary>The outputs as they are.</summary>
    Raw,

    /// <summary>1 / (1 + exp(-z)) of each output: the probability that a logit stands for.</summary>
    Sigmoid,

    /// <summary>exp z_k / sum of exp z over the outputs: the probabilities of classes.</summary>
    Softmax,

    /// <summary>
    /// The logarithms of those: an adversary, who must not overlook differences between small probabilities, sees them
    /// as large as those between others.
    /// </summary>
    LogSoftmax,
}
