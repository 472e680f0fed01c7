using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>How the classical tau energy scales are derived.</summary>
/// <source>
/// Physics notes section 3.4; arXiv:1412.7086; ATL-PHYS-PUB-2015-045, section 3. Ranges and numbers of taus are our
/// choice: as fine as a statistical error of a per cent or two per number allows.
/// </source>
public sealed record TauScalesOptions
{
    /// <summary>Which taus have what every scale needs.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>Bins in |eta| and smoothing of all responses; medians are brought to the true momentum.</summary>
    public ClosureOptions Closure { get; init; } = TauClosure.Classical;

    /// <summary>Smallest true transverse momentum for the slope with pile-up [GeV].</summary>
    [Range(0.1, 1e6)]
    public double PileupPtMin { get; init; } = 15;

    /// <summary>Largest one [GeV]: pile-up matters for soft taus.</summary>
    [Range(0.1, 1e6)]
    public double PileupPtMax { get; init; } = 80;

    /// <summary>Intervals in the logarithm of the true momentum between which the bias is linear in that fit.</summary>
    [Range(1, 100)]
    public int PileupKnots { get; init; } = 5;

    /// <summary>Fewest taus that a slope is fitted to; with fewer it is 0.</summary>
    [Range(10, 1_000_000)]
    public int TausPerSlope { get; init; } = 200;

    /// <summary>Taus behind each point of a curve of widths and correlations.</summary>
    [Range(50, 1_000_000)]
    public int TausPerWidth { get; init; } = 400;

    /// <summary>Fewest taus that scales are derived from.</summary>
    [Range(100, 1_000_000)]
    public int TausMin { get; init; } = 2000;

    /// <summary>The classifier of decay modes.</summary>
    public DecayModeOptions Modes { get; init; } = new();

    /// <summary>Number of workers; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Whether a group of taus has curves of its own: two knots of the closure at least.</summary>
    /// <param name="truthPt">True transverse momenta of the group [GeV].</param>
    internal bool IsEnough(IEnumerable<float> truthPt) =>
        truthPt.Count(truth => truth >= Closure.TruthPtMin) >= 2 * Closure.ObjectsPerKnot;
}
