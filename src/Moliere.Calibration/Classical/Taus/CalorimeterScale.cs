using Moliere.Calibration.Closure;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// The calorimeter-based tau energy scale: p = (p_LC - a (N_PV - &lt;N_PV&gt;)) / R(p), with a slope a and a response R
/// in bins of |eta|, for taus with one track and with more. Of the locally weighted momentum at least a tenth is left.
/// </summary>
/// <param name="MeanVertices">&lt;N_PV&gt; of the taus it was derived from.</param>
/// <param name="OneProng">For taus with one track.</param>
/// <param name="MultiProng">For taus with more.</param>
/// <source>arXiv:1412.7086, section 4.1; physics notes section 3.4, item 1.</source>
public sealed record CalorimeterScale(double MeanVertices, ProngScale OneProng, ProngScale MultiProng)
{
    private const double LeastShare = 0.1; // pitfall 1 of the physics notes: responses within [0.1, 10]

    /// <summary>The calibrated transverse momentum of one tau [GeV]; NaN where an input is.</summary>
    /// <param name="pt">Locally weighted transverse momentum [GeV], positive.</param>
    /// <param name="eta">Pseudorapidity.</param>
    /// <param name="tracks">Number of tracks, at least 1.</param>
    /// <param name="vertices">Number of reconstructed vertices.</param>
    public double At(double pt, double eta, double tracks, double vertices)
    {
        ProngScale scale = tracks < 2 ? OneProng : MultiProng;
        double slope = scale.Slopes[ClosureSpline.BinOf(scale.Response.EtaEdges, eta)];
        double left = Math.Max(LeastShare * pt, pt - (slope * (vertices - MeanVertices)));
        return double.IsFinite(left) && double.IsFinite(eta) ? left / scale.Response.At(left, eta).Factor : double.NaN;
    }

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => double.IsFinite(MeanVertices) && OneProng is not null && MultiProng is not null
        ? OneProng.Defect() ?? MultiProng.Defect()
        : "a calorimeter scale without one of its parts";
}

/// <summary>One part of the calorimeter-based scale.</summary>
/// <param name="Slopes">a in each bin of |eta| [GeV].</param>
/// <param name="Response">R(p) in the same bins.</param>
/// <source>Numerical inversion: arXiv:1412.7086, section 4.1.</source>
public sealed record ProngScale(double[] Slopes, ClosureSpline Response)
{
    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => Response is null ? "a response without curves"
        : Response.Defect() ?? (HasSlopes ? null : "slopes with pile-up without one value per bin");

    private bool HasSlopes =>
        Slopes?.Length == Response.EtaEdges.Count - 1 && Array.TrueForAll(Slopes, double.IsFinite);
}
