using System.Text;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// The border of a cluster's footprint in eta and phi, on a grid as fine as the middle layer. Cells finer than the grid
/// fill the square they lie in.
/// </summary>
internal sealed class ClusterOutline
{
    private const double EtaStep = 0.025;
    private const int PhiSteps = 256;

    private readonly HashSet<(int Eta, int Phi)> _squares = [];

    /// <summary>The footprint of some cells.</summary>
    public ClusterOutline(CaloGeometry geometry, Cluster cluster)
    {
        foreach (int cell in cluster.Cells)
        {
            Cover(geometry.RegionOf(cell), cell);
        }
    }

    /// <summary>Area in squares of the grid.</summary>
    public int Area => _squares.Count;

    /// <summary>The border as path commands, horizontal runs first.</summary>
    /// <param name="x">Scale of eta.</param>
    /// <param name="y">Scale of phi.</param>
    public string Path(AxisScale x, AxisScale y)
    {
        var path = new StringBuilder();
        foreach ((int phi, int from, int to) in Runs(_squares.Select(s => (Across: s.Phi, Along: s.Eta))))
        {
            path.Append($"M{Px(x[from * EtaStep])},{Px(y[PhiOf(phi)])}H{Px(x[to * EtaStep])}");
        }

        foreach ((int eta, int from, int to) in Runs(_squares.Select(s => (Across: s.Eta, Along: s.Phi))))
        {
            path.Append($"M{Px(x[eta * EtaStep])},{Px(y[PhiOf(from)])}V{Px(y[PhiOf(to)])}");
        }

        return path.ToString();
    }

    private void Cover(CaloRegion region, int cell)
    {
        (int row, int column) = ShownCells.PlaceIn(region, cell);
        double low = region.EtaMin + (row * region.EtaWidth);
        int first = (int)Math.Floor((low / EtaStep) + 0.01);
        int last = Math.Max(first, (int)Math.Ceiling(((low + region.EtaWidth) / EtaStep) - 0.01) - 1);
        for (int eta = first; eta <= last; eta++)
        {
            CoverPhi(eta, column, region.PhiBins);
        }
    }

    private void CoverPhi(int eta, int column, int bins)
    {
        int first = column * PhiSteps / bins, last = Math.Max(first, (((column + 1) * PhiSteps) / bins) - 1);
        for (int phi = first; phi <= last; phi++)
        {
            _squares.Add((eta, phi));
        }
    }

    // Lines between squares of which one is covered and the other not, joined where they continue each other.
    private static IEnumerable<(int Line, int From, int To)> Runs(IEnumerable<(int Across, int Along)> squares)
    {
        HashSet<(int Across, int Along)> covered = [.. squares];
        IEnumerable<(int Line, int Along)> edges = covered.SelectMany(s => new[] { s, (Across: s.Across + 1, s.Along) })
            .Where(s => covered.Contains(s) != covered.Contains((s.Across - 1, s.Along))).Distinct().Order();
        (int Line, int From, int To)? run = null;
        foreach ((int line, int along) in edges)
        {
            if (run is { } open && (open.Line != line || open.To != along))
            {
                yield return open;
                run = null;
            }

            run = (line, run?.From ?? along, along + 1);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }

    private static double PhiOf(int step) => Math.PI * ((2.0 * step / PhiSteps) - 1);

    private static string Px(double value) => NumberText.Pixel(Math.Round(value, 1));
}
