using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector;

/// <summary>The material along every direction, computed once for bins of 0.01 in eta.</summary>
internal sealed class PathTable
{
    private const double BinWidth = 0.01; // divides every edge of the regions, so that no bin straddles two of them

    private readonly CaloPath?[] _paths;
    private readonly double _etaMax;

    /// <summary>Walks through the regions and the dead material.</summary>
    /// <param name="geometry">Cells.</param>
    /// <param name="options">Detector.</param>
    public PathTable(CaloGeometry geometry, DetectorOptions options)
    {
        _etaMax = geometry.Regions.Max(r => r.EtaMax);
        var compartments = new CompartmentTable(options);
        var dead = new DeadMaterial(options.DeadMaterialScale);
        _paths = new CaloPath?[(int)Math.Round(2 * _etaMax / BinWidth)];
        for (int i = 0; i < _paths.Length; i++)
        {
            _paths[i] = Walk(geometry, compartments, dead, -_etaMax + ((i + 0.5) * BinWidth));
        }
    }

    /// <summary>The path of a direction, or null where there are no cells.</summary>
    /// <param name="eta">Pseudorapidity.</param>
    public CaloPath? At(double eta) =>
        Math.Abs(eta) < _etaMax ? _paths[Math.Min((int)((eta + _etaMax) / BinWidth), _paths.Length - 1)] : null;

    private static CaloPath? Walk(CaloGeometry geometry, CompartmentTable compartments, DeadMaterial dead, double eta)
    {
        var layers = new List<MaterialLayer>();
        double absEta = Math.Abs(eta), presampler = 0;
        CaloMedium? shower = null;
        for (int r = 0; r < geometry.Regions.Count; r++)
        {
            CaloRegion region = geometry.Regions[r];
            if (eta < region.EtaMin || eta >= region.EtaMax)
            {
                continue;
            }

            MaterialLayer layer = Traverse(region, compartments.Of(region.Sampling, absEta), absEta, r);
            layers.Add(layer);
            presampler += region.Sampling == CaloSampling.PreSampler ? layer.DepthX0 : 0;
            shower = region.Sampling is CaloSampling.Emb2 or CaloSampling.Eme2 ? layer.Medium : shower ?? layer.Medium;
        }

        dead.AddTo(layers, absEta, presampler);
        layers.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        return shower is null ? null : new CaloPath(layers, shower);
    }

    private static MaterialLayer Traverse(CaloRegion region, Compartment compartment, double absEta, int index)
    {
        bool barrel = region.Shape == CaloShape.Barrel;
        double slant = barrel ? Math.Cosh(absEta) : 1 / Math.Tanh(absEta);
        double toRadius = barrel ? 1 : 1 / Math.Sinh(absEta);
        return new(
            region.Inner * toRadius, region.Outer * toRadius, compartment.Medium, compartment.DepthX0 * slant, index);
    }
}
