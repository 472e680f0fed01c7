using System.Text.RegularExpressions;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.Description;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Events;

namespace Moliere.Tests.Validation.Plots.Events;

public sealed class ClusterOutlineTests
{
    private static readonly CaloGeometry Geometry = DetectorDescription.Default.BuildGeometry();
    private static readonly AxisScale Eta = new(-1, 1, 0, 8000, isLogarithmic: false);
    private static readonly AxisScale Phi = new(-Math.PI, Math.PI, 2560, 0, isLogarithmic: false);

    [Fact]
    public void OneMiddleCell_IsOneSquareOfTheGrid()
    {
        ClusterOutline outline = Of(CaloSampling.Emb2, (0.51, 1.2));
        Assert.Equal(1, outline.Area);
        Assert.Equal(4, outline.Path(Eta, Phi).Count(letter => letter == 'M'));
    }

    [Fact]
    public void Neighbours_ShareOneBorderWithoutTheLineBetweenThem()
    {
        ClusterOutline outline = Of(CaloSampling.Emb2, (0.51, 1.2), (0.53, 1.2));
        Assert.Equal(2, outline.Area);
        Assert.Equal(4, outline.Path(Eta, Phi).Count(letter => letter == 'M'));
    }

    [Fact]
    public void TileCell_CoversItsSquaresAndStripsTheirOwn()
    {
        Assert.Equal(16, Of(CaloSampling.TileA, (0.55, 1.2)).Area); // 0.1 x 2 pi / 64 in steps of 0.025 x 2 pi / 256
        Assert.Equal(4, Of(CaloSampling.Emb1, (0.51, 1.2)).Area); // one step in eta, four in phi
    }

    [Fact]
    public void Border_LiesAtTheEdgesOfTheCell()
    {
        string path = Of(CaloSampling.TileA, (0.55, 1.2)).Path(Eta, Phi);
        Match along = Regex.Match(path, @"^M(?<from>[\d.]+),[\d.]+H(?<to>[\d.]+)");
        Assert.Equal(("6000", "6400"), (along.Groups["from"].Value, along.Groups["to"].Value));
    }

    private static ClusterOutline Of(CaloSampling sampling, params (double Eta, double Phi)[] places)
    {
        CaloRegion region = Geometry.Regions.First(r => r.Sampling == sampling);
        int[] cells = [.. places.Select(place => region.CellAt(place.Eta, place.Phi)).Order()];
        float[] weights = new float[cells.Length];
        return new ClusterOutline(Geometry, new Cluster { Cells = cells, Weights = weights });
    }
}
