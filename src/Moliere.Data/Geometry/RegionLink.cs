namespace Moliere.Data.Geometry;

/// <summary>
/// How the grid of one region lies over the grid of another: for each eta row and each phi column of the first, the
/// contiguous rows and columns of the second that it meets.
/// </summary>
internal sealed class RegionLink
{
    // Far below the width of the narrowest strip (0.00325) and far above the rounding of an edge.
    private const double Tolerance = 1e-6;

    private RegionLink(CaloRegion target, (int First, int End)[] rows, (int First, int End)[] columns) =>
        (Target, Rows, Columns) = (target, rows, columns);

    /// <summary>The region that is looked at.</summary>
    public CaloRegion Target { get; }

    /// <summary>Half-open range of target eta rows per source row.</summary>
    public (int First, int End)[] Rows { get; }

    /// <summary>Half-open range of target phi columns per source column.</summary>
    public (int First, int End)[] Columns { get; }

    /// <summary>
    /// Links two different regions. Where they overlap in eta, cells meet if they share some area in eta-phi; where
    /// they only touch along an eta edge, the cells on both sides of it meet. Null if they are apart.
    /// </summary>
    /// <param name="source">Region of the cells that look.</param>
    /// <param name="target">Region of the cells looked at.</param>
    public static RegionLink? Between(CaloRegion source, CaloRegion target)
    {
        double common = Math.Min(source.EtaMax, target.EtaMax) - Math.Max(source.EtaMin, target.EtaMin);
        if (common < -Tolerance)
        {
            return null;
        }

        double needed = common > Tolerance ? Tolerance : -Tolerance;
        var rows = Overlaps(
            source.EtaMin, source.EtaWidth, source.EtaBins, target.EtaMin, target.EtaWidth, target.EtaBins, needed);
        var columns = Overlaps(
            -Math.PI, source.PhiWidth, source.PhiBins, -Math.PI, target.PhiWidth, target.PhiBins, Tolerance);
        return new(target, rows, columns);
    }

    private static (int First, int End)[] Overlaps(
        double startA, double widthA, int binsA, double startB, double widthB, int binsB, double needed)
    {
        var ranges = new (int First, int End)[binsA];
        for (int a = 0; a < binsA; a++)
        {
            double low = startA + (a * widthA), high = startA + ((a + 1) * widthA);
            for (int b = 0; b < binsB; b++)
            {
                double common = Math.Min(high, startB + ((b + 1) * widthB)) - Math.Max(low, startB + (b * widthB));
                if (common > needed)
                {
                    ranges[a] = (ranges[a].End == 0 ? b : ranges[a].First, b + 1);
                }
            }
        }

        return ranges;
    }
}
