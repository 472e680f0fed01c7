using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Pileup;

/// <summary>The cells of one stored collision, region by region, numbered within their region.</summary>
internal sealed class CollisionCells
{
    private CollisionCells(int[] starts, int[] cells, float[] signals) =>
        (Starts, Cells, Signals) = (starts, cells, signals);

    /// <summary>Where each region begins in the arrays; one more entry than regions.</summary>
    public int[] Starts { get; }

    /// <summary>Cell within its region: ieta * PhiBins + iphi.</summary>
    public int[] Cells { get; }

    /// <summary>Signal of each cell at EM scale [GeV].</summary>
    public float[] Signals { get; }

    /// <summary>Takes a copy, with small signals thinned out.</summary>
    /// <param name="geometry">Cells.</param>
    /// <param name="deposits">Sorted here.</param>
    /// <param name="share">Of the electronic noise: signals below are kept at random and raised to it.</param>
    /// <param name="rng">Stream.</param>
    public static CollisionCells From(CaloGeometry geometry, CellDeposits deposits, float share, ref Rng rng)
    {
        deposits.Sort();
        float[] smallests = [.. geometry.Regions.Select(region => share * (float)region.ElectronicNoise)];
        var starts = new int[geometry.Regions.Count + 1];
        var cells = new List<int>(deposits.Count);
        var signals = new List<float>(deposits.Count);
        foreach (int cell in deposits.Cells)
        {
            int region = geometry.RegionIndex[cell];
            float signal = deposits.Signal(cell), smallest = smallests[region];
            if (signal < smallest && rng.NextDouble() * smallest >= signal)
            {
                continue;
            }

            cells.Add(cell - geometry.Regions[region].FirstCell);
            signals.Add(Math.Max(signal, smallest));
            starts[region + 1]++;
        }

        for (int r = 1; r < starts.Length; r++)
        {
            starts[r] += starts[r - 1];
        }

        return new(starts, [.. cells], [.. signals]);
    }
}
