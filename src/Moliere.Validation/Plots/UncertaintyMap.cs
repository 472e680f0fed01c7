using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>
/// Where in two coordinates the rows with the largest uncertainty lie: their share in each cell over the share of all
/// rows there. Cells that have more of them than expected point at detector regions that the method does not know.
/// </summary>
/// <source>Physics notes, section 1.7: the map of the top 1 % of sigma_tot / R.</source>
public sealed record UncertaintyMap
{
    /// <summary>First coordinate of each row, such as eta, <c>[N]</c>.</summary>
    public required float[] X { get; init; }

    /// <summary>Second coordinate of each row, such as phi [rad], <c>[N]</c>.</summary>
    public required float[] Y { get; init; }

    /// <summary>sigma_tot / R_pred of each row, <c>[N]</c>; rows that are not finite are left out.</summary>
    public required float[] RelativeSigma { get; init; }

    /// <summary>Event weight of each row, <c>[N]</c>; null means 1.</summary>
    public float[]? Weights { get; init; }

    /// <summary>Part of the weight that counts as largest, in (0, 1).</summary>
    public double TopFraction { get; init; } = 0.01;

    /// <summary>Edges of the cells along <see cref="X"/>, ascending.</summary>
    public required double[] XEdges { get; init; }

    /// <summary>Edges of the cells along <see cref="Y"/>, ascending.</summary>
    public required double[] YEdges { get; init; }

    /// <summary>Rows below which a cell stays empty.</summary>
    public int MinimumEntries { get; init; } = 20;

    /// <summary>Enrichment of each cell, <c>[X, Y]</c>; 0 where it is empty or holds none of the largest.</summary>
    public double[,] Cells()
    {
        (int cellsX, int cellsY) = (XEdges.Length - 1, YEdges.Length - 1);
        double[,] all = new double[cellsX, cellsY], top = new double[cellsX, cellsY];
        var entries = new int[cellsX, cellsY];
        int[] rows = [.. Enumerable.Range(0, X.Length).Where(row => float.IsFinite(RelativeSigma[row]))
            .OrderByDescending(row => RelativeSigma[row])];
        double total = rows.Sum(Weight), taken = 0;
        foreach (int row in rows)
        {
            int x = Cell(XEdges, X[row]), y = Cell(YEdges, Y[row]);
            bool isTop = taken < TopFraction * total;
            taken += Weight(row);
            if (x >= 0 && y >= 0)
            {
                entries[x, y]++;
                all[x, y] += Weight(row);
                top[x, y] += isTop ? Weight(row) : 0;
            }
        }

        return Divide(top, all, entries);
    }

    /// <summary>The map as a figure.</summary>
    /// <param name="id">Name of the files.</param>
    /// <param name="title">Heading, such as method and layer.</param>
    /// <param name="method">Method it belongs to.</param>
    /// <param name="x">Horizontal axis.</param>
    /// <param name="y">Vertical axis.</param>
    /// <param name="label">Where the objects come from.</param>
    public Figure Figure(string id, string title, string method, PlotAxis x, PlotAxis y, string label) => new()
    {
        Id = id,
        Title = title,
        X = x,
        Y = y,
        Layers = [new HeatLayer(method, XEdges, YEdges, Cells(), "observed / expected share")],
        Label = label,
        Caption = $"Share of the {NumberText.Reader(100 * TopFraction)} % of rows with the largest "
            + "σ_{tot} / R_{pred} in each cell, over the share expected if they were spread as all rows; 1 is "
            + "average. Cells with fewer "
            + $"than {MinimumEntries} rows stay empty.",
    };

    private double Weight(int row) => Weights?[row] ?? 1;

    private double[,] Divide(double[,] top, double[,] all, int[,] entries)
    {
        double expected = top.Cast<double>().Sum() / all.Cast<double>().Sum();
        var cells = new double[XEdges.Length - 1, YEdges.Length - 1];
        for (int x = 0; x < cells.GetLength(0); x++)
        {
            for (int y = 0; y < cells.GetLength(1); y++)
            {
                bool isFilled = entries[x, y] >= MinimumEntries && all[x, y] > 0 && expected > 0;
                cells[x, y] = isFilled ? Math.Max(0, top[x, y] / all[x, y] / expected) : 0;
            }
        }

        return cells;
    }

    // The upper edge of the last cell belongs to it.
    private static int Cell(double[] edges, double value)
    {
        int place = Array.BinarySearch(edges, value), cell = place >= 0 ? place : ~place - 1;
        return value == edges[^1] ? edges.Length - 2 : cell >= 0 && cell < edges.Length - 1 ? cell : -1;
    }
}
