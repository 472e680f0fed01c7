namespace Moliere.Calibration.Closure;

/// <summary>
/// The last step of a calibration, pT_calib = pT / S(pT) in bins of |eta|: brings the mean of pT_calib over the true
/// momentum to 1 at every true momentum, which what was trained to predict the truth does not.
/// </summary>
/// <param name="EtaEdges">Edges of the bins in |eta_det|, ascending.</param>
/// <param name="Curves">One per bin, in each pass.</param>
/// <source>arXiv:2303.17312; why it is needed: physics notes section 4, pitfall 5.</source>
public sealed record ClosureSpline(IReadOnlyList<double> EtaEdges, IReadOnlyList<IReadOnlyList<ClosureCurve>> Curves)
{
    /// <summary>The correction of one jet or tau.</summary>
    /// <param name="pt">Transverse momentum before [GeV], positive.</param>
    /// <param name="eta">Pseudorapidity seen from the centre of the detector.</param>
    /// <returns>
    /// S, by which the momentum is divided, and d ln pT_calib / d ln pT, by which a relative uncertainty is multiplied.
    /// </returns>
    public (double Factor, double Slope) At(double pt, double eta)
    {
        int bin = BinOf(EtaEdges, eta);
        double start = Math.Log(pt), log = start, slope = 1;
        foreach (IReadOnlyList<ClosureCurve> pass in Curves)
        {
            (double next, double rise) = pass[bin].At(log);
            (log, slope) = (next, slope * rise);
        }

        return (Math.Exp(start - log), slope);
    }

    /// <summary>Bin of a direction; the last one beyond all edges.</summary>
    internal static int BinOf(IReadOnlyList<double> edges, double eta)
    {
        int bin = 0;
        while (bin < edges.Count - 2 && Math.Abs(eta) >= edges[bin + 1])
        {
            bin++;
        }

        return bin;
    }

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal string? Defect() => EtaEdges is not null && Ascends(EtaEdges) && Curves is { } passes
        && passes.All(pass => pass?.Count == EtaEdges.Count - 1 && pass.All(curve => curve is not null))
            ? null : "a closure without one curve per bin in |eta_det|";

    /// <summary>Refuses edges that make no bins.</summary>
    internal static void RequireAscending(IReadOnlyList<double> edges)
    {
        if (!Ascends(edges))
        {
            throw new ArgumentException($"The edges [{string.Join(", ", edges)}] in |eta| do not ascend.");
        }
    }

    private static bool Ascends(IReadOnlyList<double> edges) =>
        edges.Count > 1 && Enumerable.Range(1, edges.Count - 1).All(i => edges[i] > edges[i - 1]);
}
