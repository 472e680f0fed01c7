using Moliere.Calibration.Closure;

namespace Moliere.Calibration.Taus;

/// <summary>How the medians of tau energy scales are brought to the true momentum.</summary>
/// <source>Numerical inversion: arXiv:1412.7086, section 4.1; medians: physics notes section 4, pitfall 6.</source>
public static class TauClosure
{
    /// <summary>Of the classical scales, which are derived in bins of |eta|.</summary>
    public static ClosureOptions Classical { get; } = new()
    {
        Centre = ClosureCentre.Median,
        EtaEdges = [0, 0.3, 0.8, 1.3, 1.6, 2.7], // ATL-PHYS-PUB-2015-045, section 3: barrel, crack and end-cap
        TruthPtMin = 8,
    };

    /// <summary>
    /// Of what was learnt, the same for trees and networks: they know eta as an input, so that one bin does, and all
    /// that is left is the pull towards the middle of the spectrum at its ends, which changes within a few GeV.
    /// </summary>
    public static ClosureOptions Learnt { get; } = Classical with
    {
        EtaEdges = [0, 2.7],
        Smoothing = 0.1, // tuned on the median at 10 to 20 GeV, 20,000 validation taus: 0.25 leaves 2 %
    };
}
