using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class LogisticRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(1001)]
    public void LossesAndPairs_AreThoseOfTheFormula(int count)
    {
        float[] margins = [.. Enumerable.Range(0, count).Select(i => (float)(40 * Math.Sin(i)))];
        float[] labels = [.. Enumerable.Range(0, count).Select(i => (float)(i / 3 % 2))];
        float[] weights = [.. Enumerable.Range(0, count).Select(i => (i % 5) - 1f)], pairs = new float[2 * count];
        double found = LogisticRows.Fill(margins, labels, weights, pairs), expected = 0;
        for (int i = 0; i < count; i++)
        {
            double p = 1 / (1 + Math.Exp(-margins[i])), other = 1 / (1 + Math.Exp(margins[i]));
            expected += weights[i] * Math.Log(1 + Math.Exp(labels[i] == 1 ? -margins[i] : margins[i]));
            double gradient = labels[i] == 1 ? -other : p;
            Assert.Equal(weights[i] * gradient, pairs[2 * i], 2e-6 * Math.Abs(weights[i] * gradient));
            double curvature = Math.Max(1e-16, p * other);
            Assert.Equal(weights[i] * curvature, pairs[(2 * i) + 1], 2e-6 * Math.Abs(weights[i] * curvature));
        }

        Assert.Equal(expected, found, 1e-5 * (1 + Math.Abs(expected)));
        Assert.Equal(
            LogisticRows.Fill(margins, labels, [], pairs),
            LogisticRows.Fill(margins, labels, [.. Enumerable.Repeat(1f, count)], pairs));
    }

    [Fact]
    public void ExtremeMargins_StayFinite()
    {
        float[] pairs = new float[4];
        Assert.Equal(1e30f, LogisticRows.Fill([1e30f, -1e30f], [0, 0], [], pairs), 1e24);
        Assert.Equal([1, 1e-16f, 0, 1e-16f], pairs);
    }
}
