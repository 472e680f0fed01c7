using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class RankAreaTests
{
    [Fact]
    public void WorkedExample_CountsPairsAndHalvesTies()
    {
        // Pairs of (first, second): 3 > 1, 3 > 2, 3 > 3 (half), 2 > 1, 2 = 2 (half), 2 < 3.
        double area = RankArea.Of([3, 2], [], [1, 2, 3], []);
        Assert.Equal((1 + 1 + 0.5 + 1 + 0.5 + 0) / 6, area, 1e-12);
    }

    [Fact]
    public void Weights_AreCopies() => Assert.Equal(
        RankArea.Of([1, 4, 4, 4], [], [2, 2, 5], []), RankArea.Of([4, 1], [3, 1], [5, 2], [1, 2]), 1e-12);

    [Fact]
    public void ManyPairs_AgreeWithTheDefinition()
    {
        var rng = new Rng(5, "rank area", 0);
        float[] first = Draw(60, 0.3, ref rng), second = Draw(50, 0, ref rng);
        double sum = first.Sum(a => second.Sum(b => a > b ? 1 : a == b ? 0.5 : 0));
        Assert.Equal(sum / (60 * 50), RankArea.Of(first, [], second, []), 1e-12);
    }

    [Fact]
    public void EmptySampleNanAndWeightsWithoutSum_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RankArea.Of([], [], [1], []));
        Assert.Throws<ArgumentException>(() => RankArea.Of([1, float.NaN], [], [1], []));
        Assert.Throws<ArgumentException>(() => RankArea.Of([1], [0], [1], []));
        Assert.Throws<ArgumentException>(() => RankArea.Of([1], [1, 1], [1], []));
    }

    // Rounded to tenths, so that scores tie.
    private static float[] Draw(int count, double shift, ref Rng rng)
    {
        var values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)Math.Round(rng.NextGaussian() + shift, 1);
        }

        return values;
    }
}
