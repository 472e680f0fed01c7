namespace Moliere.Calibration.Classical.Taus;

/// <summary>What regression trees of taus learn.</summary>
/// <source>ATL-PHYS-PUB-2015-045, section 4; physics notes section 3.4, item 3.</source>
public enum TreeTarget
{
    /// <summary>True transverse momentum over that of the combined scale, as published.</summary>
    Ratio,

    /// <summary>Its natural logarithm, in which too small and too large weigh alike.</summary>
    LogRatio,
}
