// covers: PathTable, CaloPath
using Moliere.Data.Geometry;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

public class DetectorModelTests
{
    private static readonly DetectorModel Detector = new(DetectorDescription.Default);

    [Theory]
    [InlineData(0.005)]
    [InlineData(-0.8)]
    [InlineData(1.35)]
    [InlineData(1.45)]
    [InlineData(-1.55)]
    [InlineData(2.75)]
    [InlineData(-3.195)]
    [InlineData(4.2)]
    public void Slices_FollowEachOtherWithoutGaps(double eta)
    {
        (double x0, double lambda, double radius) = (0, 0, 0);
        foreach (PathSlice slice in Detector.Paths.At(eta)!.Slices)
        {
            Assert.Equal(x0, slice.X0Begin, 1e-9);
            Assert.Equal(lambda, slice.LambdaBegin, 1e-9);
            Assert.True(slice.RadiusBegin >= radius - 1e-6, "layers overlap");
            Assert.True(slice.Region < 0 || InRegion(Detector.Geometry.Regions[slice.Region], eta));
            (x0, lambda, radius) = (slice.X0End, slice.LambdaEnd, slice.RadiusEnd);
        }
    }

    // Physics notes 5.1: 2 to 2.5 X0 in front of the strips at eta = 0, 5 to 6 X0 at 1.5 to 1.7.
    [Theory]
    [InlineData(0.005, CaloSampling.Emb1, 2.0, 2.5)]
    [InlineData(1.605, CaloSampling.Eme1, 5, 6)]
    public void UpstreamMaterial_HasThePublishedDepth(double eta, CaloSampling first, double low, double high)
    {
        PathSlice slice = Detector.Paths.At(eta)!.Slices.First(
            s => s.Region >= 0 && Detector.Geometry.Regions[s.Region].Sampling == first);
        Assert.InRange(slice.X0Begin, low, high);
    }

    [Fact]
    public void GapScintillator_SitsBehindMoreDeadMaterialThanTileElsewhere()
    {
        Assert.True(DeadBefore(1.25) > 1.5 * DeadBefore(0.95));
    }

    [Fact]
    public void OutsideTheCells_ThereIsNoPath() => Assert.Null(Detector.Paths.At(4.9));

    private static double DeadBefore(double eta) =>
        Detector.Paths.At(eta)!.Slices.Where(s => s.Region < 0).Sum(s => s.X0End - s.X0Begin);

    private static bool InRegion(CaloRegion region, double eta) => eta >= region.EtaMin && eta < region.EtaMax;
}
