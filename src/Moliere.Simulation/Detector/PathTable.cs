using Moliere.Data.Geometry;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>The material along every direction, computed once for bins of 0.01 in eta.</summary>
internal sealed class PathTable
{
    /// <summary>Width of a bin in eta; every edge of a region is a multiple, so that no bin straddles two.</summary>
    public const double BinWidth = 0.01;

    private readonly CaloPath?[] _paths;
    private readonly double _etaMax;

    /// <summary>Walks through the regions and the dead material.</summary>
    /// <param name="geometry">Cells.</param>
    /// <param name="layers">Layer of every region.</param>
    /// <param name="dead">Material without cells.</param>
    /// <param name="deadScale">Factor on it.</param>
    public PathTable(
        CaloGeometry geometry, IReadOnlyList<LayerDescription> layers, IReadOnlyList<DeadLayer> dead, double deadScale)
    {
        _etaMax = geometry.Regions.Max(r => r.EtaMax);
        _paths = new CaloPath?[(int)Math.Round(2 * _etaMax / BinWidth)];
        for (int i = 0; i < _paths.Length; i++)
        {
            _paths[i] = Walk(geometry, layers, dead, deadScale, -_etaMax + ((i + 0.5) * BinWidth));
        }
    }

    /// <summary>The path of a direction, or null where there are no cells.</summary>
    /// <param name="eta">Pseudorapidity.</param>
    public CaloPath? At(double eta) =>
        Math.Abs(eta) < _etaMax ? _paths[Math.Min((int)((eta + _etaMax) / BinWidth), _paths.Length - 1)] : null;

    private static CaloPath? Walk(
        CaloGeometry geometry, IReadOnlyList<LayerDescription> layers, IReadOnlyList<DeadLayer> dead, double deadScale,
        double eta)
    {
        var stretches = new List<MaterialLayer>();
        var owned = new Dictionary<string, double>();
        CaloMedium? shower = null;
        for (int r = 0; r < geometry.Regions.Count; r++)
        {
            CaloRegion region = geometry.Regions[r];
            if (eta < region.EtaMin || eta >= region.EtaMax)
            {
                continue;
            }

            MaterialLayer stretch = layers[r].Along(Math.Abs(eta), r);
            stretches.Add(stretch);
            shower = ShapesShowers(region.Sampling) ? stretch.Medium : shower ?? stretch.Medium;
            if (layers[r].WallOf is { } wall)
            {
                owned[wall] = owned.GetValueOrDefault(wall) + stretch.DepthX0;
            }
        }

        stretches.AddRange(dead.Where(layer => layer.Covers(Math.Abs(eta)))
            .Select(layer => layer.Along(Math.Abs(eta), deadScale, owned.GetValueOrDefault(layer.Name))));
        stretches.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        return shower is null ? null : new CaloPath(stretches, shower);
    }

    private static bool ShapesShowers(CaloSampling sampling) =>
        sampling is CaloSampling.Emb2 or CaloSampling.Eme2 or CaloSampling.Fcal1;
}
