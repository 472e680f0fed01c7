using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>
/// Local maxima of the signal in the finely segmented first layer: photons of neutral pions whose showers overlap
/// behind it.
/// </summary>
/// <source>arXiv:1512.05955, section 4.2: local maxima in EM1 count photons.</source>
internal static class StripMaxima
{
    /// <summary>
    /// Number of strips of the candidate's clusters that hold more than a threshold and more than each of their eight
    /// neighbours in the same grid; of equal neighbours the lower index wins.
    /// </summary>
    /// <param name="core">Clusters of the candidate.</param>
    /// <param name="around">What the detector saw.</param>
    /// <param name="threshold">Lowest transverse energy [GeV], positive.</param>
    /// <param name="excluded">Where charged hadrons enter; maxima there are theirs.</param>
    public static int Count(
        TauCone core, TauSurroundings around, double threshold, ReadOnlySpan<TrackImpact> excluded)
    {
        (CaloGeometry geometry, float[] energy) = (around.Cells.Geometry, around.Cells.Energy);
        var found = new HashSet<int>(); // a strip that two clusters share counts once
        foreach (ClusterPart part in core.Parts)
        {
            foreach (int cell in around.Clusters[part.Cluster].Cells)
            {
                if (energy[cell] > threshold && geometry.Sampling[cell] is CaloSampling.Emb1 or CaloSampling.Eme1
                    && energy[cell] > threshold * Math.Cosh(geometry.Eta[cell])
                    && IsMaximum(geometry, energy, cell) && !IsNear(geometry, cell, excluded))
                {
                    found.Add(cell);
                }
            }
        }

        return found.Count;
    }

    private static bool IsMaximum(CaloGeometry geometry, float[] energy, int cell)
    {
        CaloRegion region = geometry.RegionOf(cell);
        (int row, int column) = Math.DivRem(cell - region.FirstCell, region.PhiBins);
        for (int r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, region.EtaBins - 1); r++)
        {
            for (int step = -1; step <= 1; step++)
            {
                int c = (column + step + region.PhiBins) % region.PhiBins;
                int other = region.FirstCell + (r * region.PhiBins) + c;
                if (energy[other] > energy[cell] || (energy[other] == energy[cell] && other < cell))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // A pion that showers in the strips makes a maximum in the strip it hits or next to it.
    private static bool IsNear(CaloGeometry geometry, int cell, ReadOnlySpan<TrackImpact> impacts)
    {
        CaloRegion region = geometry.RegionOf(cell);
        foreach (TrackImpact impact in impacts)
        {
            if (Math.Abs(impact.Eta - geometry.Eta[cell]) < Math.Max(0.01, region.EtaWidth)
                && Math.Abs(EtaPhi.DeltaPhi(impact.Phi, geometry.Phi[cell])) < region.PhiWidth)
            {
                return true;
            }
        }

        return false;
    }
}
