// covers: CaloRegion, CaloShape, CaloSampling
using Moliere.Data.Geometry;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Data.Geometry;

public sealed class CaloGeometryTests
{
    private static readonly CaloGeometry s_calorimeter = DetectorDescription.Default.BuildGeometry();

    [Fact]
    public void EveryCell_IsFoundAtItsOwnCentre()
    {
        for (int cell = 0; cell < s_calorimeter.CellCount; cell++)
        {
            CaloRegion region = s_calorimeter.RegionOf(cell);
            if (region.CellAt(s_calorimeter.Eta[cell], s_calorimeter.Phi[cell]) != cell)
            {
                Assert.Fail($"cell {cell} of {region.Sampling} is not found at its centre");
            }
        }
    }

    [Fact]
    public void Centres_PointInTheirDirectionAndLieInTheirLayer()
    {
        for (int cell = 0; cell < s_calorimeter.CellCount; cell += 17)
        {
            CaloRegion region = s_calorimeter.RegionOf(cell);
            double r = Math.Sqrt(Math.Pow(s_calorimeter.X[cell], 2) + Math.Pow(s_calorimeter.Y[cell], 2));
            Assert.Equal(s_calorimeter.Eta[cell], Math.Asinh(s_calorimeter.Z[cell] / r), 1e-4);
            double depth = region.Shape == CaloShape.Barrel ? r : Math.Abs(s_calorimeter.Z[cell]);
            Assert.InRange(depth, region.Inner, region.Outer);
        }
    }

    [Fact]
    public void BarrelVolumes_SumToTheConeShell()
    {
        CaloRegion region = s_calorimeter.Regions.First(r => r.Sampling == CaloSampling.Emb2);
        double sum = 0;
        for (int cell = region.FirstCell; cell < region.FirstCell + region.CellCount; cell++)
        {
            sum += s_calorimeter.Volume[cell];
        }

        // Integral of 2 pi r dr dz with |z| < r sinh(eta): 4 pi sinh(eta) (b³ - a³)/3.
        double cubes = Math.Pow(region.Outer, 3) - Math.Pow(region.Inner, 3);
        double expected = 4 * Math.PI * Math.Sinh(region.EtaMax) * cubes / 3;
        Assert.Equal(expected, sum, expected * 1e-5);
    }

    [Fact]
    public void EndCapVolumes_SumToTheCone()
    {
        CaloRegion region = s_calorimeter.Regions.First(r => r.Sampling == CaloSampling.Hec1 && r.EtaMin > 0);
        double sum = 0;
        for (int cell = region.FirstCell; cell < region.FirstCell + region.CellCount; cell++)
        {
            sum += s_calorimeter.Volume[cell];
        }

        // A cone's cross-section at z is pi (z / sinh(eta))²: the difference of two cones, integrated over z.
        double area = Math.PI * (Math.Pow(Math.Sinh(region.EtaMin), -2) - Math.Pow(Math.Sinh(region.EtaMax), -2));
        double expected = area * (Math.Pow(region.Outer, 3) - Math.Pow(region.Inner, 3)) / 3;
        Assert.Equal(expected, sum, expected * 1e-5);
    }

    [Fact]
    public void Regions_FollowEachOtherWithoutGap()
    {
        int next = 0;
        foreach (CaloRegion region in s_calorimeter.Regions)
        {
            Assert.Equal(next, region.FirstCell);
            Assert.Equal((region.EtaMax - region.EtaMin) / region.EtaBins, region.EtaWidth, 1e-12);
            next += region.CellCount;
        }

        Assert.Equal(next, s_calorimeter.CellCount);
        Assert.Equal(
            Enum.GetValues<CaloSampling>().Length - 1, // a fourth hadronic end-cap compartment is not described
            s_calorimeter.Regions.Select(r => r.Sampling).Distinct().Count());
    }

    [Fact]
    public void OutsideARegion_ThereIsNoCell()
    {
        CaloRegion region = s_calorimeter.Regions[0];
        Assert.Equal(-1, region.CellAt(region.EtaMax, 0));
        Assert.Equal(-1, region.CellAt(double.NaN, 0));
        Assert.InRange(region.CellAt(region.EtaMin, 100), region.FirstCell, region.FirstCell + region.CellCount - 1);
    }

    [Fact]
    public void NoRegions_AreRefused() => Assert.Throws<ArgumentException>(() => new CaloGeometry([]));
}
