using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>A cone of directions in which clusters are looked for, instead of the whole calorimeter.</summary>
/// <param name="Eta">Pseudorapidity of its axis as seen from the origin.</param>
/// <param name="Phi">Azimuth of its axis, any finite value [rad].</param>
/// <param name="Radius">Largest distance in eta and phi, positive [1].</param>
public readonly record struct CellWindow(double Eta, double Phi, double Radius)
{
    /// <summary>Whether a direction lies inside.</summary>
    /// <param name="eta">Pseudorapidity.</param>
    /// <param name="phi">Azimuth [rad].</param>
    public bool Holds(double eta, double phi) =>
        Math.Abs(eta - Eta) < Radius && EtaPhi.DeltaR(eta, phi, Eta, Phi) < Radius;

    /// <summary>
    /// Lists runs of neighbouring cells around the circle, row by row, that cover all cells with their centre inside;
    /// a run may have a cell outside at either end.
    /// </summary>
    /// <param name="geometry">The calorimeter.</param>
    /// <param name="runs">Receives the first cell of each run and its length; not cleared.</param>
    internal void AddRuns(CaloGeometry geometry, List<(int First, int Length)> runs)
    {
        foreach (CaloRegion region in geometry.Regions)
        {
            double width = region.EtaWidth;
            int low = Math.Max(0, (int)Math.Floor((Eta - Radius - region.EtaMin) / width));
            int high = Math.Min(region.EtaBins - 1, (int)Math.Floor((Eta + Radius - region.EtaMin) / width));
            for (int row = low; row <= high; row++)
            {
                double away = region.EtaMin + ((row + 0.5) * width) - Eta;
                double half2 = (Radius * Radius) - (away * away);
                if (half2 > 0)
                {
                    AddRow(region, row, Math.Sqrt(half2), runs);
                }
            }
        }
    }

    private void AddRow(CaloRegion region, int row, double half, List<(int First, int Length)> runs)
    {
        int bins = region.PhiBins, first = region.FirstCell + (row * bins);
        double at = EtaPhi.WrapPhi(Phi) + Math.PI;
        int low = (int)Math.Floor((at - half) / region.PhiWidth);
        int length = (int)Math.Floor((at + half) / region.PhiWidth) - low + 1;
        if (length >= bins)
        {
            runs.Add((first, bins));
            return;
        }

        int start = ((low % bins) + bins) % bins, ahead = Math.Min(length, bins - start);
        runs.Add((first + start, ahead));
        if (ahead < length)
        {
            runs.Add((first, length - ahead));
        }
    }
}
