namespace Moliere.Calibration.Neural;

/// <summary>What the outputs of a cluster network mean.</summary>
public enum NetworkKind
{
    /// <summary>One output, the mean of log10 R.</summary>
    Regression,

    /// <summary>Means, log-variances and logits of a Gaussian mixture in log10 R.</summary>
    Mixture,
}
