using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector;

/// <summary>
/// <see cref="CaloRegion.CellAt"/> with its divisions done beforehand, for the loop over spots. Needs a power of
/// two cells around the circle, which wraps the azimuth with one mask.
/// </summary>
internal readonly struct CellGrid
{
    private readonly double _etaMin;
    private readonly double _etaMax;
    private readonly double _perEta;
    private readonly double _perPhi;
    private readonly int _etaBins;
    private readonly int _phiBins;
    private readonly int _first;

    /// <summary>Prepares one region.</summary>
    /// <param name="region">Its number of cells in phi must be a power of two.</param>
    /// <exception cref="ArgumentException">The number of cells in phi is not a power of two.</exception>
    public CellGrid(CaloRegion region)
    {
        if (!int.IsPow2(region.PhiBins))
        {
            throw new ArgumentException(
                $"Region {region.Sampling} has {region.PhiBins} cells in phi, expected a power of two.",
                nameof(region));
        }

        (_etaMin, _etaMax, _etaBins, _phiBins) = (region.EtaMin, region.EtaMax, region.EtaBins, region.PhiBins);
        (_perEta, _perPhi, _first) = (1 / region.EtaWidth, 1 / region.PhiWidth, region.FirstCell);
    }

    /// <summary>Cell that covers a direction, or -1 outside the region.</summary>
    /// <param name="eta">Pseudorapidity.</param>
    /// <param name="phi">Azimuth, within a few turns of zero [rad].</param>
    public int CellAt(double eta, double phi)
    {
        if (!(eta >= _etaMin && eta < _etaMax))
        {
            return -1;
        }

        int ieta = Math.Min((int)((eta - _etaMin) * _perEta), _etaBins - 1);
        int iphi = (int)Math.Floor((phi + Math.PI) * _perPhi) & (_phiBins - 1);
        return _first + (ieta * _phiBins) + iphi;
    }
}
