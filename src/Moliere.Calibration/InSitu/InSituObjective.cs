namespace Moliere.Calibration.InSitu;

/// <summary>What is made small on dijet events.</summary>
public enum InSituObjective
{
    /// <summary>Width of the asymmetry of the two momenta.</summary>
    AsymmetryWidth,

    /// <summary>
    /// Root of one minus the correlation of the two logarithms: a constant prediction gains nothing, while offset and
    /// slope are free and must be held.
    /// </summary>
    Correlation,
}
