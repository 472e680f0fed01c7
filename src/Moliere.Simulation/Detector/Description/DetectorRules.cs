using System.Globalization;

namespace Moliere.Simulation.Detector.Description;

/// <summary>What must hold between the parts of a description.</summary>
internal static class DetectorRules
{
    private const double Tolerance = 1e-6; // of a length [mm]
    private const int MostRegions = byte.MaxValue; // a cell knows its region by one byte

    /// <summary>Refuses what cannot be built.</summary>
    /// <param name="description">As read.</param>
    /// <param name="origin">File name for messages.</param>
    /// <exception cref="DetectorFileException">Layers overlap, edges do not fit, or nothing is read out.</exception>
    public static void Check(DetectorDescription description, string origin)
    {
        if (description.Layers.Count == 0)
        {
            throw new DetectorFileException(origin, "found no layer, expected at least one that is read out.");
        }

        foreach (LayerDescription layer in description.Layers)
        {
            CheckEdges(layer);
            CheckGrids(layer);
        }

        if (description.BuildGeometry().Regions is { Count: > MostRegions } regions)
        {
            throw new DetectorFileException(
                origin, $"found {regions.Count} grids, counting both sides, expected at most {MostRegions}.");
        }

        double[] edges = [.. description.Edges().Append(0).Distinct().Order()];
        for (int i = 1; i < edges.Length && edges[i] <= description.EtaMax; i++)
        {
            CheckCoverage(description, edges[i - 1], edges[i]);
            CheckOrder(description, (edges[i - 1] + edges[i]) / 2);
        }
    }

    private static void CheckCoverage(DetectorDescription description, double low, double high)
    {
        if (!description.Layers.Any(layer => layer.Covers((low + high) / 2)))
        {
            LayerDescription beyond = description.Layers.First(layer => layer.Grids.Any(grid => grid.EtaLow >= high));
            throw new DetectorFileException(beyond.Place, Sentence(
                $"no cells look at eta = {low} to {high}, though these look beyond; expected no gap in between."));
        }
    }

    private static void CheckEdges(LayerDescription layer)
    {
        foreach (double edge in layer.Grids.SelectMany(grid => new[] { grid.EtaLow, grid.EtaHigh }))
        {
            double bins = edge / PathTable.BinWidth;
            if (Math.Abs(bins - Math.Round(bins)) > 1e-6)
            {
                throw new DetectorFileException(
                    layer.Place, Sentence($"an edge at eta = {edge}, expected a multiple of {PathTable.BinWidth}."));
            }
        }
    }

    private static void CheckGrids(LayerDescription layer)
    {
        GridDescription[] grids = [.. layer.Grids.OrderBy(grid => grid.EtaLow)];
        for (int i = 1; i < grids.Length; i++)
        {
            if (grids[i].EtaLow < grids[i - 1].EtaHigh)
            {
                throw new DetectorFileException(layer.Place, Sentence(
                    $"cells of one layer overlap between eta = {grids[i].EtaLow} and {grids[i - 1].EtaHigh}."));
            }
        }
    }

    private static void CheckOrder(DetectorDescription description, double absEta)
    {
        (MaterialLayer Layer, string Name, string Place)[] crossed =
        [
            .. description.Layers.Where(layer => layer.Covers(absEta))
                .Select(layer => (layer.Along(absEta, 0), layer.Sampling.ToString(), layer.Place)),
            .. description.DeadLayers.Where(layer => layer.Covers(absEta))
                .Select(layer => (layer.Along(absEta, 1, 0), layer.Name, layer.Place)),
        ];
        Array.Sort(crossed, (a, b) => a.Layer.Begin.CompareTo(b.Layer.Begin));
        for (int i = 1; i < crossed.Length; i++)
        {
            if (crossed[i].Layer.Begin < crossed[i - 1].Layer.End - Tolerance)
            {
                string names = $"{crossed[i].Name} overlaps {crossed[i - 1].Name} ({crossed[i - 1].Place})";
                throw new DetectorFileException(crossed[i].Place, Sentence(
                    $"{names} at eta = {absEta:0.###}; expected one behind the other."));
            }
        }
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
