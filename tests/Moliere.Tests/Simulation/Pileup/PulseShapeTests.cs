// covers: CellPattern
using Moliere.Data.Geometry;
using Moliere.Simulation.Pileup;
using Moliere.Tests.Simulation.Detector;

namespace Moliere.Tests.Simulation.Pileup;

public class PulseShapeTests
{
    private static readonly PulseShape Argon = ToyDetector.Layer(CaloSampling.Emb2).Technology.Pulse;
    private static readonly PulseShape Tile = ToyDetector.Layer(CaloSampling.TileA).Technology.Pulse;

    // Physics notes 5.3: sums 0.02 and 2.96 for liquid argon, 2.17 for Tile.
    [Fact]
    public void Sums_AreThePublishedOnes()
    {
        Assert.Equal(0.02, Argon.Weights.Sum(w => (double)w), 0.005);
        Assert.Equal(2.96, Argon.SumOfSquares, 0.01);
        Assert.Equal(2.17, Tile.SumOfSquares, 0.01);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 0.75)]
    [InlineData(false, -1, 0.74)]
    [InlineData(true, -4, -0.2)]
    [InlineData(true, 5, 0)]
    [InlineData(false, 21, 0)]
    [InlineData(false, -4, 0)]
    public void Crossing_HasItsWeight(bool isTile, int crossing, float expected) =>
        Assert.Equal(expected, (isTile ? Tile : Argon).Of(crossing));

    // Two rows of four cells from cell 10 on; its mirror image counts rows downwards from cell 10.
    [Theory]
    [InlineData(false, 0, 5, 15)]
    [InlineData(false, 3, 5, 14)]
    [InlineData(true, 0, 5, 7)]
    [InlineData(true, 1, 7, 6)]
    public void Pattern_TurnsAndReflects(bool isMirrored, int shift, int cell, int expected)
    {
        float[] sums = new float[20], others = new float[20];
        new CellPattern(10, isMirrored, 3, shift).Add([cell], [2f], 3, sums, 5, others);
        Assert.Equal((6f, 10f), (sums[expected], others[expected]));
        Assert.Equal((6f, 10f), (sums.Sum(), others.Sum()));
    }
}
