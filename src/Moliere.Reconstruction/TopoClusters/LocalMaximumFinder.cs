using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Finds the local maxima of a cluster: cells above an energy threshold with enough neighbours in the cluster, none of
/// them more energetic (of equal neighbours, the lower cell index wins).
/// </summary>
/// <remarks>
/// Maxima in the middle and back layers of the electromagnetic calorimeter and in the first forward module are primary.
/// Those in strips, Tile, hadronic end-cap and the other forward modules count only where no primary maximum overlaps
/// in eta-phi. Presamplers and gap scintillators never do.
/// </remarks>
/// <source>arXiv:1603.02934 section 3.2; physics notes 1.1.</source>
internal sealed class LocalMaximumFinder(CaloGeometry geometry, CellNeighbours neighbours, TopoClusterOptions options)
{
    private readonly List<int> _secondary = [];

    /// <summary>
    /// Fills <paramref name="maxima"/> with the maxima of one cluster by decreasing energy, ties by cell index.
    /// </summary>
    public void Find(
        ReadOnlySpan<int> cells, int cluster, ReadOnlySpan<int> clusterOf, float[] energy, List<int> maxima)
    {
        maxima.Clear();
        _secondary.Clear();
        foreach (int cell in cells)
        {
            if (energy[cell] > options.MaximumEnergy && IsMaximum(cell, cluster, clusterOf, energy))
            {
                (IsPrimary(geometry.Sampling[cell]) ? maxima : _secondary).Add(cell);
            }
        }

        int primaryCount = maxima.Count;
        foreach (int cell in _secondary)
        {
            if (IsSecondary(geometry.Sampling[cell]) && !OverlapsAny(cell, maxima, primaryCount))
            {
                maxima.Add(cell);
            }
        }

        if (maxima.Count > 1)
        {
            maxima.Sort((a, b) => energy[a] == energy[b] ? a.CompareTo(b) : energy[b].CompareTo(energy[a]));
        }
    }

    private bool IsMaximum(int cell, int cluster, ReadOnlySpan<int> clusterOf, float[] energy)
    {
        int inside = 0;
        foreach (int other in neighbours.Of(cell))
        {
            if (clusterOf[other] != cluster)
            {
                continue;
            }

            inside++;
            if (energy[other] > energy[cell] || (energy[other] == energy[cell] && other < cell))
            {
                return false;
            }
        }

        return inside >= options.MaximumNeighbours;
    }

    private bool OverlapsAny(int cell, List<int> maxima, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (Overlap(cell, maxima[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Overlap(int a, int b)
    {
        CaloRegion ra = geometry.RegionOf(a), rb = geometry.RegionOf(b);
        double deta = Math.Abs(geometry.Eta[a] - geometry.Eta[b]);
        double dphi = Math.Abs(EtaPhi.DeltaPhi(geometry.Phi[a], geometry.Phi[b]));
        const double edge = 1e-5; // rounding of the stored centres
        return deta < ((ra.EtaWidth + rb.EtaWidth) / 2) - edge && dphi < ((ra.PhiWidth + rb.PhiWidth) / 2) - edge;
    }

    private static bool IsPrimary(CaloSampling sampling) =>
        sampling is CaloSampling.Emb2 or CaloSampling.Emb3 or CaloSampling.Eme2 or CaloSampling.Eme3
            or CaloSampling.Fcal1;

    private static bool IsSecondary(CaloSampling sampling) =>
        !IsPrimary(sampling)
        && sampling is not (CaloSampling.PreSampler or CaloSampling.PreSamplerEnd or CaloSampling.TileGap);
}
