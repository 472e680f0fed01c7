// covers: GammaProfile
using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Tests.Simulation.Detector;

public class ElectromagneticProfileTests
{
    private static readonly CaloMedium Emb2 = ToyDetector.Medium(CaloSampling.Emb2);

    // Physics notes table 5.2: 2 X0 upstream, then 4.3, 16 and 2 X0, all in the medium of the middle layer.
    [Theory]
    [InlineData(true, 1, 0.04, 0.47, 0.48, 0.002)]
    [InlineData(true, 10, 0.01, 0.27, 0.71, 0.004)]
    [InlineData(true, 100, 0.001, 0.12, 0.85, 0.012)]
    [InlineData(false, 1, 0.12, 0.54, 0.34, 0.002)]
    [InlineData(false, 10, 0.03, 0.39, 0.58, 0.002)]
    [InlineData(false, 100, 0.004, 0.21, 0.78, 0.008)]
    public void LayerFractions_FollowThePublishedTable(
        bool isPhoton, double energy, double upstream, double first, double second, double third)
    {
        double[] edges = [2, 6.3, 22.3, 24.3], expected = [upstream, first, second, third], mean = new double[4];
        var rng = new Rng(1, "table", (ulong)energy);
        const int Showers = 10_000;
        for (int i = 0; i < Showers; i++)
        {
            double start = isPhoton
                ? Distributions.Exponential(ElectromagneticProfile.ConversionDepth, ref rng) : 0;
            GammaProfile profile = ElectromagneticProfile.Draw(energy, Emb2, ref rng);
            double before = 0;
            for (int k = 0; k < edges.Length; k++)
            {
                double share = profile.Before(edges[k] - start);
                mean[k] += (share - before) / Showers;
                before = share;
            }
        }

        for (int k = 0; k < edges.Length; k++)
        {
            Assert.InRange(mean[k], expected[k] - 0.02, expected[k] + 0.02);
        }
    }

    [Theory]
    [InlineData(1, 1, 0.5, 0.393469340287367)] // 1 - exp(-1/2)
    [InlineData(2, 1, 3, 0.800851726528544)] // 1 - 4 exp(-3)
    [InlineData(3, 0.5, 20, 0.997230604284488)] // 1 - 61 exp(-10)
    [InlineData(0.5, 1, 1, 0.842700792949715)] // erf(1)
    public void GammaProfile_EqualsTheIncompleteGammaFunction(
        double shape, double rate, double depth, double expected) =>
        Assert.Equal(expected, new GammaProfile(shape, rate).Before(depth), 7);

    [Fact]
    public void DepthBeforeTheStart_HoldsNothing() => Assert.Equal(0, new GammaProfile(2, 1).Before(-1));
}
