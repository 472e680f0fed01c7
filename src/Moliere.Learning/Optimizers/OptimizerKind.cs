namespace Moliere.Learning.Optimizers;

/// <summary>How a gradient becomes a step.</summary>
public enum OptimizerKind
{
    /// <summary>Adam: decay is added to the gradient (an L2 penalty).</summary>
    Adam,

    /// <summary>AdamW: decay shrinks the parameters directly, decoupled from the moments.</summary>
    AdamW,

    /// <summary>Adam that looks one step ahead with its momentum.</summary>
    Nadam,

    /// <summary>Plain gradient descent, with momentum where one is asked for.</summary>
    Sgd,
}
