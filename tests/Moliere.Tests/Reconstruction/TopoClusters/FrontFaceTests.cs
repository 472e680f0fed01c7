using Moliere.Data.Geometry;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class FrontFaceTests
{
    private static readonly FrontFace Face = new(DetectorDescription.Default.BuildGeometry());

    [Fact]
    public void BarrelPoint_IsBehindTheStrips()
    {
        Assert.Equal(300, Face.DepthOf(new(1800, 0, 0), new(1, 0, 0)), 9);
        // Along 45 degrees in r-z the same radial step is sqrt(2) longer.
        double half = Math.Sqrt(0.5);
        Assert.Equal(300 * Math.Sqrt(2), Face.DepthOf(new(1800, 0, 1800), new(half, 0, half)), 6);
    }

    [Fact]
    public void TiltedAxis_MeetsTheCylinderNearby()
    {
        // From (1800, 0) back along (cos 10, sin 10): |p - d s| = 1500.
        var s = new Vector(Math.Cos(Math.PI / 18), Math.Sin(Math.PI / 18), 0);
        double depth = Face.DepthOf(new(1800, 0, 0), s);
        Assert.Equal(1500, (new Vector(1800, 0, 0) - (depth * s)).Length, 6);
        Assert.InRange(depth, 300, 310);
    }

    [Fact]
    public void EndCapPoint_IsBehindTheDisc() // eta = 1.55: 4000 / 1800 = sinh(1.537)
        => Assert.Equal(300, Face.DepthOf(new(1800, 0, -4000), new(0, 0, -1)), 9);

    [Fact]
    public void ForwardPoint_IsBehindItsOwnDisc() => // eta = 3.91
        Assert.Equal(110, Face.DepthOf(new(192, 0, 4800), new(0, 0, 1)), 9);

    [Fact]
    public void Presampler_HasDepthZero() => Assert.Equal(0, Face.DepthOf(new(1445, 0, 0), new(1, 0, 0)));

    [Fact]
    public void AxisThatMissesTheFace_IsReplacedByTheOutwardDirection() =>
        Assert.Equal(300, Face.DepthOf(new(1800, 0, 0), new(0, 1, 0)), 9);
}
