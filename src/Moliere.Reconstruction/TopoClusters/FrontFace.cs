using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// The front face of the calorimeter behind presampler and gap scintillators: a cylinder where the barrel covers the
/// direction of the point, pairs of discs beyond. With the full calorimeter these are the faces of EMB1, EME1, FCAL1.
/// </summary>
internal sealed class FrontFace
{
    private readonly double _radius = double.PositiveInfinity, _barrelEta;
    private readonly List<CaloRegion> _discs = [];

    public FrontFace(CaloGeometry geometry)
    {
        foreach (CaloRegion region in geometry.Regions.Where(region =>
            region.Sampling is not (CaloSampling.PreSampler or CaloSampling.PreSamplerEnd or CaloSampling.TileGap)))
        {
            if (region.Shape == CaloShape.EndCap)
            {
                _discs.Add(region);
            }
            else if (region.Inner < _radius)
            {
                (_radius, _barrelEta) = (region.Inner, Math.Max(region.EtaMax, -region.EtaMin));
            }
        }
    }

    /// <summary>
    /// Distance from the face to a point along an axis [mm], 0 in front of the face. An axis that misses the face is
    /// replaced by the direction from the origin.
    /// </summary>
    /// <param name="point">Point [mm].</param>
    /// <param name="axis">Unit vector pointing outwards.</param>
    public double DepthOf(Vector point, Vector axis)
    {
        double transverse = Math.Sqrt((point.X * point.X) + (point.Y * point.Y));
        bool isBarrel = _discs.Count == 0 || Math.Abs(point.Z) < transverse * Math.Sinh(_barrelEta);
        double depth = isBarrel ? BehindCylinder(point, axis) : BehindDisc(point, axis);
        if (!double.IsFinite(depth))
        {
            Vector outward = point.ToUnit();
            depth = isBarrel ? BehindCylinder(point, outward) : BehindDisc(point, outward);
        }

        return Math.Max(depth, 0);
    }

    // |(p - d s)_T|² = R² is quadratic in d; the smaller root is the crossing on the near side. NaN if there is none.
    private double BehindCylinder(Vector p, Vector s)
    {
        double a = (s.X * s.X) + (s.Y * s.Y), b = (p.X * s.X) + (p.Y * s.Y);
        double c = (p.X * p.X) + (p.Y * p.Y) - (_radius * _radius);
        return (b - Math.Sqrt((b * b) - (a * c))) / a;
    }

    private double BehindDisc(Vector p, Vector s) => (Math.Abs(p.Z) - HalfLength(p)) / (s.Z * Math.Sign(p.Z));

    // The nearest disc that looks in the direction of the point, or the nearest of all where none does.
    private double HalfLength(Vector p)
    {
        double eta = Math.Asinh(p.Z / Math.Sqrt((p.X * p.X) + (p.Y * p.Y)));
        (double covering, double any) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (CaloRegion disc in _discs)
        {
            any = Math.Min(any, disc.Inner);
            covering = eta >= disc.EtaMin && eta < disc.EtaMax ? Math.Min(covering, disc.Inner) : covering;
        }

        return double.IsFinite(covering) ? covering : any;
    }
}
