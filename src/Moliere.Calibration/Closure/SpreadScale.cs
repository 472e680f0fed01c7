using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Closure;

/// <summary>
/// Factor on the uncertainties of a network by calibrated momentum, which makes the central 68 % of the pulls of
/// validation objects as wide as they should be: a network is too sure of objects it was trained on.
/// </summary>
/// <param name="LogPt">ln of the calibrated transverse momentum [GeV] at the knots, ascending, at least one.</param>
/// <param name="Factors">Factor at each knot, positive; constant beyond the ends.</param>
/// <source>
/// Scaling of predicted spreads on held-out data: Laves et al., arXiv:2006.13092, section 3.3; here by momentum.
/// </source>
public sealed record SpreadScale(double[] LogPt, double[] Factors)
{
    private const double Least = 0.5, Most = 3; // beyond, the network is broken and no factor mends it

    /// <summary>Factor on the uncertainty of one object.</summary>
    /// <param name="pt">Calibrated transverse momentum [GeV], positive.</param>
    public double At(double pt) => new PiecewiseLinear(LogPt, Factors).At(Math.Log(pt));

    /// <summary>Finds the factors.</summary>
    /// <param name="objects">ln of calibrated momentum and pull of each object that was not trained on.</param>
    /// <param name="objectsPerKnot">Objects behind each knot.</param>
    /// <returns>Null for too few objects for a single knot.</returns>
    internal static SpreadScale? Derive(IReadOnlyList<(double LogPt, double Pull)> objects, int objectsPerKnot)
    {
        if (objects.Count < objectsPerKnot)
        {
            return null;
        }

        (double LogPt, double Pull)[] sorted = [.. objects.OrderBy(jet => jet.LogPt)];
        int count = sorted.Length / objectsPerKnot;
        var (places, factors) = (new double[count], new double[count]);
        for (int k = 0; k < count; k++)
        {
            int first = (int)((long)sorted.Length * k / count), last = (int)((long)sorted.Length * (k + 1) / count);
            places[k] = sorted[first..last].Average(jet => jet.LogPt);
            factors[k] = Math.Clamp(CentralWidth.Of([.. sorted[first..last].Select(jet => jet.Pull)]), Least, Most);
        }

        return new(places, factors);
    }

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => LogPt is { Length: > 0 } && LogPt.Length == Factors?.Length
        && Enumerable.Range(1, LogPt.Length - 1).All(i => LogPt[i] > LogPt[i - 1])
        && Array.TrueForAll(Factors, factor => factor > 0 && double.IsFinite(factor))
            ? null : "a scale of the uncertainty without one positive factor per knot";
}
