namespace Moliere.Learning.Optimizers;

/// <summary>How weight decay enters Adam.</summary>
public enum OptimizerKind
{
    /// <summary>Adam: decay is added to the gradient (an L2 penalty).</summary>
    Adam,

    /// <summary>AdamW: decay shrinks the parameters directly, decoupled from the moments.</summary>
    AdamW,
}
