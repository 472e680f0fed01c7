using System.ComponentModel.DataAnnotations;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>How the mean of a network's calibrated momenta is corrected.</summary>
public sealed record ClosureOptions
{
    /// <summary>Edges of the bins in |eta_det|, ascending; jets beyond the last one belong to the last bin.</summary>
    public IReadOnlyList<double> EtaEdges { get; init; } = [0, 0.8, 1.6, 2.5, 3.2, 4.5];

    /// <summary>Jets behind each knot; a bin in |eta_det| with fewer takes the correction of all.</summary>
    [Range(50, 1_000_000)]
    public int JetsPerKnot { get; init; } = 300;

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
