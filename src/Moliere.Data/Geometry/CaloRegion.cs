using Moliere.Data.Kinematics;

namespace Moliere.Data.Geometry;

/// <summary>Which surface a region of cells lies along.</summary>
public enum CaloShape : byte
{
    /// <summary>Cylinder shell: depth is measured in radius.</summary>
    Barrel,

    /// <summary>Disc: depth is measured in |z|.</summary>
    EndCap,
}

/// <summary>
/// A regular grid of cells in eta and phi within one sampling, on one side of the detector or across it.
/// </summary>
public sealed record CaloRegion
{
    /// <summary>The sampling the cells belong to.</summary>
    public required CaloSampling Sampling { get; init; }

    /// <summary>Cylinder shell or disc.</summary>
    public required CaloShape Shape { get; init; }

    /// <summary>Lower edge in pseudorapidity.</summary>
    public required double EtaMin { get; init; }

    /// <summary>Upper edge in pseudorapidity.</summary>
    public required double EtaMax { get; init; }

    /// <summary>Number of cells along eta.</summary>
    public required int EtaBins { get; init; }

    /// <summary>Number of cells around the full circle.</summary>
    public required int PhiBins { get; init; }

    /// <summary>Near face: radius of a barrel, |z| of an end-cap [mm].</summary>
    public required double Inner { get; init; }

    /// <summary>Far face: radius of a barrel, |z| of an end-cap [mm].</summary>
    public required double Outer { get; init; }

    /// <summary>Electronic noise of one cell, Gaussian width [GeV].</summary>
    public required double ElectronicNoise { get; init; }

    /// <summary>Index of the region's first cell; set by the geometry.</summary>
    public int FirstCell { get; init; }

    /// <summary>Number of cells.</summary>
    public int CellCount => EtaBins * PhiBins;

    /// <summary>Width of a cell in eta.</summary>
    public double EtaWidth => (EtaMax - EtaMin) / EtaBins;

    /// <summary>Width of a cell in phi [rad].</summary>
    public double PhiWidth => 2 * Math.PI / PhiBins;

    /// <summary>
    /// Cell of the geometry that covers a direction, or -1 outside the region. Lower edges belong to the cell.
    /// </summary>
    /// <param name="eta">Pseudorapidity as seen from the origin.</param>
    /// <param name="phi">Azimuth, any finite value [rad].</param>
    public int CellAt(double eta, double phi)
    {
        if (!(eta >= EtaMin && eta < EtaMax))
        {
            return -1;
        }

        int ieta = Math.Min((int)((eta - EtaMin) / EtaWidth), EtaBins - 1);
        int iphi = Math.Min((int)((EtaPhi.WrapPhi(phi) + Math.PI) / PhiWidth), PhiBins - 1);
        return FirstCell + (ieta * PhiBins) + iphi;
    }
}
