using System.ComponentModel.DataAnnotations;

namespace Moliere.Calibration.Closure;

/// <summary>What a closure brings to 1 at every true momentum.</summary>
/// <source>Mean, median and mode of a skewed response differ: physics notes section 4, pitfall 6.</source>
public enum ClosureCentre
{
    /// <summary>Centre of a normal law fitted to the core of the response.</summary>
    NormalFit,

    /// <summary>The median, which neither tails nor a second peak move much.</summary>
    Median,
}

/// <summary>How the mean of calibrated momenta is corrected.</summary>
public sealed record ClosureOptions
{
    /// <summary>Which centre of the response is brought to 1.</summary>
    public ClosureCentre Centre { get; init; }

    /// <summary>Edges of the bins in |eta_det|, ascending; the last bin also holds what lies beyond.</summary>
    public IReadOnlyList<double> EtaEdges { get; init; } = [0, 0.8, 1.6, 2.5, 3.2, 4.5];

    /// <summary>Objects behind each knot; a bin in |eta_det| with fewer takes the correction of all.</summary>
    [Range(50, 1_000_000)]
    public int ObjectsPerKnot { get; init; } = 300;

    /// <summary>Width in ln pT over which knots are smoothed.</summary>
    [Range(0.01, 10.0)]
    public double Smoothing { get; init; } = 0.25;

    /// <summary>Smallest true transverse momentum that is looked at [GeV].</summary>
    [Range(0.1, 1e6)]
    public double TruthPtMin { get; init; } = 10;

    /// <summary>
    /// How often the correction is derived, each time on top of the last: where the response bends, one inversion
    /// leaves a remainder.
    /// </summary>
    [Range(1, 10)]
    public int Passes { get; init; } = 2;
}
