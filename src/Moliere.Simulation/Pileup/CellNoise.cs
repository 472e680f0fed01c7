using Moliere.Data.Geometry;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Pileup;

/// <summary>Noise of every cell: electronics and the fluctuations of pile-up.</summary>
/// <source>Physics notes 5.3: sigma_PU² = mu ⟨e²⟩ Σw² for Poisson collisions (Campbell's theorem).</source>
public sealed class CellNoise
{
    /// <summary>Computes the widths.</summary>
    /// <param name="detector">Detector.</param>
    /// <param name="library">Gives the mean squared signal of a cell per collision; null for no pile-up.</param>
    /// <param name="mu">Collisions per crossing that the noise stands for; not negative.</param>
    public CellNoise(DetectorModel detector, PileupLibrary? library, double mu)
    {
        CaloGeometry geometry = detector.Geometry;
        Electronic = new float[geometry.CellCount];
        Total = new float[geometry.CellCount];
        double[] square = library is null ? new double[geometry.CellCount] : MeanSquares(library);
        double[] pulses = [.. detector.Technologies.Select(technology => technology.Pulse.SumOfSquares)];
        for (int cell = 0; cell < geometry.CellCount; cell++)
        {
            double electronic = geometry.RegionOf(cell).ElectronicNoise;
            double pileup2 = mu * square[cell] * pulses[geometry.RegionIndex[cell]];
            Electronic[cell] = (float)electronic;
            Total[cell] = (float)Math.Sqrt((electronic * electronic) + pileup2);
        }
    }

    /// <summary>Width of the electronic noise of each cell [GeV].</summary>
    public float[] Electronic { get; }

    /// <summary>Width of electronics and pile-up together [GeV]; the sigma of clustering thresholds.</summary>
    public float[] Total { get; }

    // Averaged around the circle and over both sides, which are equal by symmetry.
    private static double[] MeanSquares(PileupLibrary library)
    {
        CaloGeometry geometry = library.Geometry;
        var sums = new double[geometry.CellCount];
        foreach (CollisionCells collision in library.Collisions)
        {
            for (int r = 0; r < geometry.Regions.Count; r++)
            {
                int bins = geometry.Regions[r].PhiBins, first = geometry.Regions[r].FirstCell;
                for (int i = collision.Starts[r]; i < collision.Starts[r + 1]; i++)
                {
                    int row = first + (collision.Cells[i] / bins * bins);
                    sums[row] += (double)collision.Signals[i] * collision.Signals[i];
                }
            }
        }

        return Spread(geometry, sums, library.Count);
    }

    private static double[] Spread(CaloGeometry geometry, double[] rowSums, int collisions)
    {
        var means = new double[rowSums.Length];
        RegionMirror[] mirrors = RegionMirror.Of(geometry);
        for (int r = 0; r < geometry.Regions.Count; r++)
        {
            CaloRegion region = geometry.Regions[r];
            for (int row = 0; row < region.CellCount; row += region.PhiBins)
            {
                double both = rowSums[region.FirstCell + row] + rowSums[mirrors[r].Base - row];
                double mean = both / (2.0 * collisions * region.PhiBins);
                means.AsSpan(region.FirstCell + row, region.PhiBins).Fill(mean);
            }
        }

        return means;
    }
}
