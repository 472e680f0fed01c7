using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Substructure;

namespace Moliere.Tests.Reconstruction.Substructure;

public sealed class PlanarFlowTests
{
    [Fact]
    public void TwoParticles_AreALine() => Assert.Equal(0, Of(ToyJets.At(30, 0.5, 0), ToyJets.At(70, 0.7, 0.4)), 1e-12);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void EvenRing_IsADisc(int corners)
    {
        FourVector[] ring =
        [
            .. Enumerable.Range(0, corners).Select(i => 2 * Math.PI * i / corners)
                .Select(angle => new FourVector(10, Math.Cos(angle), Math.Sin(angle), Math.Sqrt(101))),
        ];
        Assert.Equal(1, Of(ring), 1e-12);
        Assert.Equal(1, Of([.. ring.Select(p => new FourVector(p.Pz, p.Py, -p.Px, p.E))]), 1e-12); // along the beam
    }

    [Fact]
    public void RandomJet_DependsOnNoFrameOrScale()
    {
        FourVector[] jet = ToyJets.Random(20);
        double found = Of(jet);
        Assert.InRange(found, 0.05, 1);
        Assert.Equal(found, Of([.. jet.Select(p => 3 * p.RotatedBy(1.3))]), 1e-9);
    }

    [Fact]
    public void NoSpread_IsZero() => Assert.Equal(0, Of(ToyJets.At(30, 0.5, 0)));

    private static double Of(params FourVector[] jet) =>
        PlanarFlow.Of(jet, jet.Aggregate((a, b) => a + b));
}
