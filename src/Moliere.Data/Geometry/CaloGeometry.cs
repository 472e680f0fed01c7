namespace Moliere.Data.Geometry;

/// <summary>
/// The cells of a calorimeter as arrays over the cell index. Cells are numbered region by region, eta slowest:
/// <c>index = region.FirstCell + ieta * region.PhiBins + iphi</c>.
/// </summary>
public sealed class CaloGeometry
{
    /// <summary>Numbers the cells of the regions, in their order, and computes their centres and volumes.</summary>
    /// <param name="regions">At least one region; their <see cref="CaloRegion.FirstCell"/> is set here.</param>
    /// <exception cref="ArgumentException">There is no region.</exception>
    public CaloGeometry(IReadOnlyList<CaloRegion> regions)
    {
        if (regions.Count == 0)
        {
            throw new ArgumentException(
                "A calorimeter needs at least one region of cells, found none.", nameof(regions));
        }

        Regions = Number(regions);
        CellCount = Regions[^1].FirstCell + Regions[^1].CellCount;
        Eta = new float[CellCount];
        Phi = new float[CellCount];
        X = new float[CellCount];
        Y = new float[CellCount];
        Z = new float[CellCount];
        Volume = new float[CellCount];
        Sampling = new CaloSampling[CellCount];
        RegionIndex = new byte[CellCount];
        for (int r = 0; r < Regions.Count; r++)
        {
            Place(Regions[r], (byte)r);
        }
    }

    /// <summary>The grids of cells.</summary>
    public IReadOnlyList<CaloRegion> Regions { get; }

    /// <summary>Number of cells.</summary>
    public int CellCount { get; }

    /// <summary>Pseudorapidity of each cell's centre.</summary>
    public float[] Eta { get; }

    /// <summary>Azimuth of each cell's centre in [-pi, pi) [rad].</summary>
    public float[] Phi { get; }

    /// <summary>Centre along x [mm].</summary>
    public float[] X { get; }

    /// <summary>Centre along y [mm].</summary>
    public float[] Y { get; }

    /// <summary>Centre along z [mm].</summary>
    public float[] Z { get; }

    /// <summary>Volume of each cell [mm³].</summary>
    public float[] Volume { get; }

    /// <summary>Sampling of each cell.</summary>
    public CaloSampling[] Sampling { get; }

    /// <summary>Index into <see cref="Regions"/> of each cell.</summary>
    public byte[] RegionIndex { get; }

    /// <summary>The region of a cell.</summary>
    /// <param name="cell">Cell index in [0, <see cref="CellCount"/>).</param>
    public CaloRegion RegionOf(int cell) => Regions[RegionIndex[cell]];

    private static CaloRegion[] Number(IReadOnlyList<CaloRegion> regions)
    {
        var numbered = new CaloRegion[regions.Count];
        int first = 0;
        for (int r = 0; r < numbered.Length; r++)
        {
            numbered[r] = regions[r] with { FirstCell = first };
            first += numbered[r].CellCount;
        }

        return numbered;
    }

    private void Place(CaloRegion region, byte regionIndex)
    {
        for (int ieta = 0; ieta < region.EtaBins; ieta++)
        {
            double low = region.EtaMin + (ieta * region.EtaWidth), eta = low + (region.EtaWidth / 2);
            double volume = VolumeOf(region, low, low + region.EtaWidth);
            double middle = (region.Inner + region.Outer) / 2, sinh = Math.Sinh(eta);
            double radius = region.Shape == CaloShape.Barrel ? middle : middle / Math.Abs(sinh);
            for (int iphi = 0; iphi < region.PhiBins; iphi++)
            {
                int cell = region.FirstCell + (ieta * region.PhiBins) + iphi;
                double phi = -Math.PI + ((iphi + 0.5) * region.PhiWidth);
                (double sin, double cos) = Math.SinCos(phi);
                (Eta[cell], Phi[cell], Volume[cell]) = ((float)eta, (float)phi, (float)volume);
                (X[cell], Y[cell], Z[cell]) = ((float)(radius * cos), (float)(radius * sin), (float)(radius * sinh));
                (Sampling[cell], RegionIndex[cell]) = (region.Sampling, regionIndex);
            }
        }
    }

    // Exact volume between two cones of constant eta: both shapes integrate r dr dphi dz in closed form.
    private static double VolumeOf(CaloRegion region, double etaLow, double etaHigh)
    {
        double a = region.Inner, b = region.Outer, cubes = ((b * b * b) - (a * a * a)) / 3;
        if (region.Shape == CaloShape.Barrel)
        {
            return region.PhiWidth * cubes * (Math.Sinh(etaHigh) - Math.Sinh(etaLow));
        }

        double invLow = 1 / Math.Sinh(etaLow), invHigh = 1 / Math.Sinh(etaHigh);
        return region.PhiWidth * cubes * 0.5 * Math.Abs((invLow * invLow) - (invHigh * invHigh));
    }
}
