using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class CellWindowTests
{
    private static readonly CaloGeometry s_geometry = DetectorDescription.Default.BuildGeometry();

    [Theory]
    [InlineData(0.1, 0, 0.6)]
    [InlineData(1.4, 3.13, 0.5)] // across the seam
    [InlineData(-2.4, -3.14, 0.3)]
    [InlineData(0.5, 7, 0.05)] // an azimuth that is not wrapped
    [InlineData(4.8, 1, 3.5)] // all around the circle
    public void Runs_HoldAllCellsInsideAndFewOthers(double eta, double phi, double radius)
    {
        var window = new CellWindow(eta, phi, radius);
        var runs = new List<(int First, int Length)>();
        window.AddRuns(s_geometry, runs);
        int[] cells = [.. runs.SelectMany(run => Enumerable.Range(run.First, run.Length))];
        int[] inside = [.. Enumerable.Range(0, s_geometry.CellCount)
            .Where(cell => window.Holds(s_geometry.Eta[cell], s_geometry.Phi[cell]))];
        Assert.NotEmpty(inside);
        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.Empty(inside.Except(cells));
        Assert.All(cells.Except(inside), cell => Assert.InRange(Beyond(window, cell), -1e-6, 1.01));
    }

    [Fact]
    public void Holds_IsARoundCone()
    {
        var window = new CellWindow(1, 3, 0.5);
        Assert.True(window.Holds(1.3, 3.3 - (2 * Math.PI)));
        Assert.False(window.Holds(1.4, 3.4));
        Assert.False(window.Holds(0.49, 3));
    }

    // How many widths of a cell in azimuth it lies beyond the edge.
    private static double Beyond(CellWindow window, int cell)
    {
        double away = s_geometry.Eta[cell] - window.Eta;
        double half = Math.Sqrt(Math.Max(0, (window.Radius * window.Radius) - (away * away)));
        double distance = Math.Abs(EtaPhi.DeltaPhi(s_geometry.Phi[cell], window.Phi));
        return (distance - half) / s_geometry.RegionOf(cell).PhiWidth;
    }
}
