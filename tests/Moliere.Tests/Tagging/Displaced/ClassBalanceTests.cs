using Moliere.Numerics.Random;
using Moliere.Tagging.Displaced;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class ClassBalanceTests
{
    [Fact]
    public void Classes_WeighTheSameAndAreFlat()
    {
        var rng = new Rng(1, "balance-test");
        int[] classes = [.. Enumerable.Range(0, 6000).Select(i => i % 6 < 4 ? 0 : (i % 6) - 3)];
        float[] pt = new float[classes.Length];
        for (int i = 0; i < pt.Length; i++)
        {
            double u = rng.NextDouble();
            pt[i] = (float)(40 * Math.Pow(12.5, classes[i] == 0 ? u * u : u));
        }

        float[] weights = ClassBalance.Weights(classes, pt, []);
        for (int displaced = 0; displaced < 3; displaced++)
        {
            double below = 0, above = 0;
            for (int i = 0; i < pt.Length; i++)
            {
                double own = classes[i] == displaced ? weights[i] : 0;
                (below, above) = pt[i] < Math.Sqrt(40 * 500) ? (below + own, above) : (below, above + own);
            }

            Assert.Equal(2000, below + above, 0.5);
            Assert.Equal(1, below / above, 0.02);
        }
    }

    [Fact]
    public void JetsOutsideTheRange_HaveNoWeight()
    {
        float[] weights = ClassBalance.Weights([0, 1, 2, 2, -1], [50, 50, 50, 30, 50], []);
        Assert.Equal([1, 1, 1, 0, 0], weights);
    }

    [Theory]
    [InlineData(0, "qcd")]
    [InlineData(1, "signal")]
    [InlineData(2, "bib")]
    public void MissingClass_IsNamed(int missing, string name)
    {
        int[] classes = [.. Enumerable.Range(0, 3).Where(i => i != missing)];
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ClassBalance.Weights(classes, [100, 100], []));
        Assert.Contains($"class {name} ", error.Message, StringComparison.Ordinal);
    }
}
