namespace Moliere.Data.Objects;

/// <summary>In what variable a distribution of the response is normal.</summary>
public enum ResponseScale
{
    /// <summary>The predicted quantity itself.</summary>
    Linear,

    /// <summary>Its decimal logarithm; a density over the quantity R itself has a factor 1 / (R ln 10).</summary>
    Log10,
}

/// <summary>
/// The whole predicted distribution of each row: a mixture of K normal densities over the response or its logarithm,
/// statistical part included. What coverage, calibration curve, CRPS and likelihood are computed from.
/// </summary>
public sealed record PredictedDistribution
{
    /// <summary>Variable that the densities are over.</summary>
    public required ResponseScale Scale { get; init; }

    /// <summary>Number K of densities, at least 1.</summary>
    public required int Components { get; init; }

    /// <summary>
    /// <c>[N, 3 K]</c> row-major: K shares that sum to 1, K means, K standard deviations. NaN where not calibrated.
    /// </summary>
    public required float[] Parameters { get; init; }

    /// <summary>The 3 K parameters of one row.</summary>
    /// <param name="row">Row index.</param>
    public ReadOnlySpan<float> Of(int row) => Parameters.AsSpan(row * 3 * Components, 3 * Components);
}
