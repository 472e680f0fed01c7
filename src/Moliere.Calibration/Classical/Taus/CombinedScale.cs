using Moliere.Calibration.Closure;
using Moliere.Data.Objects;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// The combined tau energy scale: the mean with the least variance of the calorimeter-based momentum and that of the
/// substructure, p = w p_c + (1 - w) p_s with w = (s_s² - rho s_c s_s) / (s_c² + s_s² - 2 rho s_c s_s), after the bias
/// of each in its decay mode was removed. Where both contradict each other, and at high momentum, the calorimeter
/// decides.
/// </summary>
/// <param name="Modes">One scale per decay mode, in the order of <see cref="TauDecayMode"/>.</param>
/// <source>ATL-PHYS-PUB-2015-045, section 3; physics notes section 3.4, item 2.</source>
public sealed record CombinedScale(IReadOnlyList<ModeScale> Modes)
{
    // n = 3.809 - 9.58e-6 / MeV: physics notes section 3.4. From 398 GeV on n is 0 and the calorimeter always decides.
    private const double Tolerance = 3.809, ToleranceSlope = 9.58e-3;

    // Half and a tenth of the way to the calorimeter: physics notes section 3.4.
    private const double CalorimeterPt = 250, CalorimeterWidth = 20;

    /// <summary>Standard deviations by which both measurements may differ, not negative.</summary>
    /// <param name="pt">Calorimeter-based transverse momentum [GeV].</param>
    public static double ToleranceAt(double pt) => Math.Max(0, Tolerance - (ToleranceSlope * pt));

    /// <summary>The calibrated transverse momentum of one tau [GeV]; NaN where the calorimeter's is.</summary>
    /// <param name="tau">Its measurements.</param>
    /// <param name="mode">Its decay mode as reconstructed.</param>
    public double At(TauMomenta tau, TauDecayMode mode)
    {
        double share = 0.5 * (1 + Math.Tanh((tau.Local - CalorimeterPt) / CalorimeterWidth));
        double mean = Modes[(int)mode].Mean(tau) ?? tau.Calorimeter;
        return (share * tau.Calorimeter) + ((1 - share) * mean);
    }

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => Modes?.Count == TauColumns.Modes.Count && Modes.All(mode => mode is not null)
        ? Modes.Select(mode => mode.Defect()).FirstOrDefault(defect => defect is not null)
        : "a combined scale without one part per decay mode";
}

/// <summary>Three measurements of the transverse momentum of one tau.</summary>
/// <param name="Local">Locally weighted clusters [GeV].</param>
/// <param name="Calorimeter">Calorimeter-based scale [GeV].</param>
/// <param name="Substructure">Tracks and neutral pions [GeV]; NaN where there is none.</param>
/// <param name="Eta">Pseudorapidity.</param>
public readonly record struct TauMomenta(double Local, double Calorimeter, double Substructure, double Eta);

/// <summary>The combined scale of one decay mode.</summary>
/// <param name="Calorimeter">Bias of the calorimeter-based momentum in bins of |eta|.</param>
/// <param name="Substructure">Bias of the momentum of the substructure in the same bins.</param>
/// <param name="Widths">Widths and correlation of both in the same bins.</param>
/// <source>ATL-PHYS-PUB-2015-045, section 3.</source>
public sealed record ModeScale(
    ClosureSpline Calorimeter, ClosureSpline Substructure, IReadOnlyList<PairWidths> Widths)
{
    /// <summary>
    /// The weighted mean [GeV]; null where there is no substructure or where both contradict each other.
    /// </summary>
    /// <param name="tau">Measurements of a tau.</param>
    internal double? Mean(TauMomenta tau)
    {
        (double c, double s) = Unbiased(tau);
        if (!(s > 0 && double.IsFinite(s)))
        {
            return null;
        }

        PairWidths widths = Widths[ClosureSpline.BinOf(Calorimeter.EtaEdges, tau.Eta)];
        double logPt = Math.Log(c), weight = widths.Weight(logPt);
        bool isContradiction =
            Math.Abs(c - s) > CombinedScale.ToleranceAt(tau.Calorimeter) * widths.Difference(logPt) * c;
        return isContradiction ? null : (weight * c) + ((1 - weight) * s);
    }

    /// <summary>Both measurements without their bias [GeV].</summary>
    internal (double Calorimeter, double Substructure) Unbiased(TauMomenta tau) => (
        tau.Calorimeter / Calorimeter.At(tau.Calorimeter, tau.Eta).Factor,
        tau.Substructure > 0 ? tau.Substructure / Substructure.At(tau.Substructure, tau.Eta).Factor : double.NaN);

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect()
    {
        if (Calorimeter is null || Substructure is null || Widths is null)
        {
            return "a decay mode without one of its parts";
        }

        return Calorimeter.Defect() ?? Substructure.Defect()
            ?? (Calorimeter.EtaEdges.SequenceEqual(Substructure.EtaEdges)
                && Widths.Count == Calorimeter.EtaEdges.Count - 1 && Widths.All(widths => widths is not null)
                    ? Widths.Select(widths => widths.Defect()).FirstOrDefault(defect => defect is not null)
                    : "widths without one curve per bin in |eta|");
    }
}
