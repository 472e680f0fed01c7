using Moliere.Data.Geometry;

namespace Moliere.Simulation.Pileup;

/// <summary>Where the reflection eta to -eta takes the rows of a region: row r lands at <c>Base - r</c>.</summary>
/// <param name="Base">First cell of the last row of the mirrored region.</param>
internal readonly record struct RegionMirror(int Base)
{
    /// <summary>The mirrors of all regions.</summary>
    /// <param name="geometry">Must be symmetric in eta.</param>
    /// <exception cref="ArgumentException">A region has no partner on the other side.</exception>
    public static RegionMirror[] Of(CaloGeometry geometry) =>
        [.. geometry.Regions.Select(region => new RegionMirror(BaseOf(geometry, region)))];

    private static int BaseOf(CaloGeometry geometry, CaloRegion region)
    {
        CaloRegion? partner = geometry.Regions.FirstOrDefault(other => other.Sampling == region.Sampling
            && other.Shape == region.Shape && Math.Abs(other.EtaMin + region.EtaMax) < 1e-9
            && Math.Abs(other.EtaMax + region.EtaMin) < 1e-9);
        return partner is null
            ? throw new ArgumentException(
                $"Region {region.Sampling} at eta {region.EtaMin} to {region.EtaMax} has no mirror image, "
                + "which pile-up needs.",
                nameof(geometry))
            : partner.FirstCell + partner.CellCount - partner.PhiBins;
    }
}
