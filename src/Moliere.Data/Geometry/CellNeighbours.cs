namespace Moliere.Data.Geometry;

/// <summary>
/// The neighbours of every cell as compressed lists: those of cell c are <see cref="Indices"/> from
/// <c>Offsets[c]</c> to <c>Offsets[c + 1]</c>, ascending. The relation is symmetric and no cell is its own neighbour.
/// </summary>
/// <remarks>
/// A cell's neighbours are the eight around it in its own grid (phi closes on itself) and the cells of adjoining
/// samplings that share area with it in eta-phi, or an eta edge where two grids only touch. A presampler cell has only
/// the strips behind it, so that clusters do not spread within the presampler.
/// </remarks>
/// <source>arXiv:1603.02934 section 3.1; physics notes 1.1.</source>
public sealed class CellNeighbours
{
    private readonly RegionLink[][] _links;

    /// <summary>
    /// Builds the lists; about two million entries and a fraction of a second for the full calorimeter.
    /// </summary>
    /// <param name="geometry">The cells.</param>
    public CellNeighbours(CaloGeometry geometry)
    {
        _links = [.. geometry.Regions.Select(region => LinksOf(region, geometry.Regions))];
        Offsets = new int[geometry.CellCount + 1];
        var indices = new List<int>(16 * geometry.CellCount);
        var scratch = new List<int>();
        for (int cell = 0; cell < geometry.CellCount; cell++)
        {
            Collect(cell, geometry, scratch);
            Append(scratch, indices);
            Offsets[cell + 1] = indices.Count;
        }

        Indices = [.. indices];
    }

    /// <summary>Start of each cell's list in <see cref="Indices"/>; one more entry than there are cells.</summary>
    public int[] Offsets { get; }

    /// <summary>Cell indices of all neighbours, list after list.</summary>
    public int[] Indices { get; }

    /// <summary>Neighbours of one cell, ascending.</summary>
    /// <param name="cell">Cell index of the geometry.</param>
    public ReadOnlySpan<int> Of(int cell) => Indices.AsSpan(Offsets[cell], Offsets[cell + 1] - Offsets[cell]);

    private static RegionLink[] LinksOf(CaloRegion region, IReadOnlyList<CaloRegion> all) =>
    [
        .. all.Where(other => other != region && SamplingAdjacency.AreAdjoining(region.Sampling, other.Sampling))
            .Select(other => RegionLink.Between(region, other))
            .OfType<RegionLink>(),
    ];

    private void Collect(int cell, CaloGeometry geometry, List<int> found)
    {
        CaloRegion region = geometry.RegionOf(cell);
        (int row, int column) = Math.DivRem(cell - region.FirstCell, region.PhiBins);
        found.Clear();
        if (!SamplingAdjacency.IsPresampler(region.Sampling))
        {
            CollectAround(region, row, column, found);
        }

        foreach (RegionLink link in _links[geometry.RegionIndex[cell]])
        {
            CollectAcross(link, row, column, found);
        }
    }

    private static void CollectAround(CaloRegion region, int row, int column, List<int> found)
    {
        int self = region.FirstCell + (row * region.PhiBins) + column;
        for (int r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, region.EtaBins - 1); r++)
        {
            for (int step = -1; step <= 1; step++)
            {
                int c = (column + step + region.PhiBins) % region.PhiBins;
                int cell = region.FirstCell + (r * region.PhiBins) + c;
                if (cell != self)
                {
                    found.Add(cell);
                }
            }
        }
    }

    private static void CollectAcross(RegionLink link, int row, int column, List<int> found)
    {
        for (int r = link.Rows[row].First; r < link.Rows[row].End; r++)
        {
            for (int c = link.Columns[column].First; c < link.Columns[column].End; c++)
            {
                found.Add(link.Target.FirstCell + (r * link.Target.PhiBins) + c);
            }
        }
    }

    // A grid with fewer than three phi columns meets the same cell on both sides, hence the check for repeats.
    private static void Append(List<int> sorted, List<int> indices)
    {
        sorted.Sort();
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                indices.Add(sorted[i]);
            }
        }
    }
}
