namespace Moliere.Calibration.InSitu;

/// <summary>What is held of the predicted momenta, compared with the initial ones.</summary>
/// <source>Physics notes section 2.4.</source>
public enum ScaleConstraint
{
    /// <summary>Nothing: any factor, and any collapse, is free.</summary>
    Free,

    /// <summary>The mean over all jets.</summary>
    BatchMean,

    /// <summary>The mean in each narrow bin of the average momentum of the event.</summary>
    BinMeans,

    /// <summary>
    /// Mean and slope of the regression of the pair's mean ln p on the logarithm of its initial average: slope 1.
    /// </summary>
    Slope,

    /// <summary>Means per bin, and the slope that they leave free inside.</summary>
    BinMeansAndSlope,
}
