using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class JensenShannonTests
{
    [Fact]
    public void EqualShapesAndDisjointOnes_AreTheEnds()
    {
        Assert.Equal(0, JensenShannon.Bits([1, 2, 3], [2, 4, 6]), 1e-12);
        Assert.Equal(1, JensenShannon.Bits([5, 0], [0, 1]), 1e-12);
    }

    // (1, 0) and (1/2, 1/2): half of log2(4/3) plus a quarter of log2(2/3) plus a quarter of log2(2).
    [Fact]
    public void WorkedExample_IsTheEntropyOfTheMixtureLessTheMeanEntropy()
    {
        double mixture = -(0.75 * Math.Log2(0.75)) - (0.25 * Math.Log2(0.25));
        Assert.Equal(mixture - 0.5, JensenShannon.Bits([1, 0], [3, 3]), 1e-12);
    }

    [Fact]
    public void EmptyHistogram_HasNoDivergence() => Assert.True(double.IsNaN(JensenShannon.Bits([0, 0], [1, 1])));

    // 2000 and 8000 entries of one law in 50 bins: 0.0055 bits by the formula, 0.0057 by drawing (physics notes).
    [Fact]
    public void Floor_IsWhatSamplesOfOneLawGive()
    {
        double sum = 0;
        for (int repeat = 0; repeat < 40; repeat++)
        {
            var rng = new Rng(7, "floor", (ulong)repeat);
            sum += JensenShannon.Bits(Fill(2000, ref rng), Fill(8000, ref rng));
        }

        Assert.Equal(0.0055, JensenShannon.Floor(50, 2000, 8000), 1e-4);
        Assert.Equal(JensenShannon.Floor(50, 2000, 8000), sum / 40, 5e-4);
    }

    private static double[] Fill(int entries, ref Rng rng)
    {
        var bins = new double[50];
        for (int i = 0; i < entries; i++)
        {
            bins[(int)(rng.NextDouble() * 50)]++;
        }

        return bins;
    }
}
