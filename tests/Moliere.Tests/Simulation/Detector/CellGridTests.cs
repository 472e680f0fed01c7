// covers: CellDeposits
using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

public class CellGridTests
{
    [Fact]
    public void EveryDirection_FindsTheCellOfTheRegion()
    {
        var rng = new Rng(1, "grid");
        foreach (CaloRegion region in DetectorDescription.Default.BuildGeometry().Regions)
        {
            var grid = new CellGrid(region);
            for (int i = 0; i < 2000; i++)
            {
                double eta = Distributions.Uniform(-5, 5, ref rng), phi = Distributions.Uniform(-7, 7, ref rng);
                Assert.Equal(region.CellAt(eta, phi), grid.CellAt(eta, phi));
            }
        }
    }

    [Fact]
    public void RegionWithOddCircle_IsRefused()
    {
        CaloRegion region = DetectorDescription.Default.BuildGeometry().Regions[0] with { PhiBins = 63 };
        Assert.Contains("power of two", Assert.Throws<ArgumentException>(() => new CellGrid(region)).Message);
    }

    [Fact]
    public void ClearedDeposits_AreEmptyAgain()
    {
        var cells = new CellDeposits(3000);
        for (int cell = 2999; cell >= 0; cell--)
        {
            cells.Add(cell, 1, 2);
            cells.Add(cell, 1, 2);
        }

        cells.Sort();
        Assert.Equal(3000, cells.Count);
        Assert.Equal((0, 2f, 4f), (cells.Cells[0], cells.Signal(0), cells.Deposit(0)));
        cells.Clear();
        Assert.Equal((0, 0f, 0f), (cells.Count, cells.Signal(7), cells.Deposit(7)));
    }
}
