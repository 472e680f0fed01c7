using Moliere.Data.Geometry;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

public class CaloMediumTests
{
    // Physics notes 5.2, "Effective medium": X0 = 1.80 cm, R_M = 4.1 cm, E_c = 9.4 MeV, F_S = 3.0, e/mip = 0.69.
    [Fact]
    public void MiddleLayer_HasThePublishedConstants()
    {
        CaloMedium medium = ToyDetector.Medium(CaloSampling.Emb2);
        Assert.Equal(18.0, medium.RadiationLength, 0.05);
        Assert.Equal(41, medium.MoliereRadius, 0.5);
        Assert.Equal(0.0094, medium.CriticalEnergy, 5e-5);
        Assert.Equal(3.0, medium.SamplingFrequency, 0.02);
        Assert.Equal(0.69, medium.EOverMip, 0.005);
    }

    // Physics notes table 5.1: 10.1 %/sqrt(E) for liquid argon, 52 % for Tile.
    [Theory]
    [InlineData(CaloSampling.Emb2, 0.101, 0.005)]
    [InlineData(CaloSampling.TileA, 0.52, 0.01)]
    public void SamplingTerm_FollowsFromThePlates(CaloSampling sampling, double expected, double tolerance) =>
        Assert.Equal(expected, ToyDetector.Medium(sampling).SamplingTerm, tolerance);

    // 12 mm of polystyrene: 1.2 cm x 1.06 g/cm3 x 1.936 MeV cm2/g = 2.46 MeV per particle.
    [Theory]
    [InlineData(1.05, 125)]
    [InlineData(1.15, 107)]
    [InlineData(1.3, 97)]
    [InlineData(1.5, 75)]
    public void GapScintillator_CountsSingleParticlesAndScalesThemUp(double eta, double scale)
    {
        CaloMedium plate = ToyDetector.Layer(CaloSampling.TileGap, eta).Medium;
        Assert.True(plate.IsPlate);
        Assert.Equal(scale, plate.SignalScale);
        Assert.Equal(0.00246, plate.SamplingTerm * plate.SamplingTerm, 1e-5);
        Assert.Equal(1, ToyDetector.Medium(CaloSampling.TileA).SignalScale);
    }

    [Theory]
    [InlineData(CaloSampling.TileA, 1.5)]
    [InlineData(CaloSampling.TileBC, 4.1)]
    [InlineData(CaloSampling.TileD, 1.8)]
    public void TileCompartments_HaveThePublishedDepth(CaloSampling sampling, double expected)
    {
        LayerDescription layer = ToyDetector.Layer(sampling);
        double depth = layer.DepthX0 * layer.Medium.RadiationLength / layer.Medium.InteractionLength;
        Assert.Equal(expected, depth, 1e-9);
    }
}
