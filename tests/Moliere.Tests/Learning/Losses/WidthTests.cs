using Moliere.Learning.Losses;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class WidthTests
{
    public static TheoryData<WidthKind> Kinds { get; } = [.. Enum.GetValues<WidthKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NormalSample_HasItsStandardDeviation(WidthKind kind) =>
        Assert.Equal(0.086, Width.Of(kind, Sample(100_000, 0.086), []), 0.086 * 0.01);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CommonFactor_IsFollowed(WidthKind kind)
    {
        double[] values = Sample(500, 0.1);
        double width = Width.Of(kind, values, []);
        Assert.Equal(7 * width, Width.Of(kind, [.. values.Select(value => -7 * value)], []), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradient_IsThatOfDifferences(WidthKind kind)
    {
        double[] values = Sample(300, 0.1), weights = [.. Sample(300, 1).Select(Math.Abs)];
        var gradient = new double[values.Length];
        Width.Of(kind, values, weights, gradient);
        foreach (int i in (int[])[0, 17, 150, 299])
        {
            double step = 1e-6, value = values[i];
            values[i] = value + step;
            double above = Width.Of(kind, values, weights);
            values[i] = value - step;
            double below = Width.Of(kind, values, weights);
            values[i] = value;
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(WidthKind.RootMeanSquare, 5, 20)]
    [InlineData(WidthKind.Huber, 1, 1.1)]
    [InlineData(WidthKind.Quantile, 1, 1.1)]
    public void OneInAHundredFarAway_MovesARobustWidthLittle(WidthKind kind, double least, double most)
    {
        double[] values = Sample(2000, 0.1);
        double clean = Width.Of(kind, values, []);
        for (int i = 0; i < 20; i++)
        {
            values[i * 100] = 10;
        }

        Assert.InRange(Width.Of(kind, values, []) / clean, least, most);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NothingButZeros_HasNoWidthAndNoGradient(WidthKind kind)
    {
        var gradient = new double[10];
        Assert.Equal(0, Width.Of(kind, new double[10], [], gradient));
        Assert.All(gradient, derivative => Assert.Equal(0, derivative));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void IntegerWeights_CountLikeCopies(WidthKind kind)
    {
        double[] values = [0.1, -0.2, 0.05, 0.3], copies = [0.1, 0.1, -0.2, 0.05, 0.05, 0.05, 0.3];
        Assert.Equal(Width.Of(kind, copies, []), Width.Of(kind, values, [2, 1, 3, 1]), 1e-9);
    }

    private static double[] Sample(int count, double sigma)
    {
        var rng = new Rng(3, "widths", (ulong)count);
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = sigma * rng.NextGaussian();
        }

        return values;
    }
}
