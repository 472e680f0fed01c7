using Moliere.Data.Geometry;

namespace Moliere.Validation.Plots.Events;

/// <summary>The cells worth drawing: signals above twice their noise.</summary>
internal static class ShownCells
{
    private const double Significance = 2; // what lets a cell pass on the growth of a cluster

    /// <summary>
    /// Cell and transverse energy [GeV], in the order of the geometry. Energies themselves would fill the forward
    /// region with the light of pile-up.
    /// </summary>
    public static IEnumerable<(int Cell, double Energy)> Of(EventPicture picture)
    {
        float[] energy = picture.Event.Energy, eta = picture.Event.Geometry.Eta;
        for (int cell = 0; cell < energy.Length; cell++)
        {
            if (energy[cell] > Significance * picture.Noise[cell])
            {
                yield return (cell, energy[cell] / Math.Cosh(eta[cell]));
            }
        }
    }

    /// <summary>
    /// Those of <see cref="Of"/> that belong to a cluster, for sums over many cells: there the tails of the noise would
    /// add up.
    /// </summary>
    public static IEnumerable<(int Cell, double Energy)> InClusters(EventPicture picture)
    {
        var clustered = new bool[picture.Event.Energy.Length];
        foreach (int cell in picture.Clusters.SelectMany(cluster => cluster.Cells))
        {
            clustered[cell] = true;
        }

        return Of(picture).Where(shown => clustered[shown.Cell]);
    }

    /// <summary>Row in eta and column in phi of a cell within its region.</summary>
    public static (int Eta, int Phi) PlaceIn(CaloRegion region, int cell) =>
        Math.DivRem(cell - region.FirstCell, region.PhiBins);

    /// <summary>Largest |eta| of any cell.</summary>
    public static double EtaMax(CaloGeometry geometry) =>
        geometry.Regions.Max(region => Math.Max(region.EtaMax, -region.EtaMin));
}
