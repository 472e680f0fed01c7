using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class DistanceCorrelationTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(50, false)]
    [InlineData(257, true)]
    public void SortedSums_EqualTheDefinition(int count, bool hasTies)
    {
        (double[] x, double[] y) = Pairs(count, 0.4, 7);
        double[] weights = Weights(count);
        if (hasTies)
        {
            (x, y) = (Rounded(x), Rounded(y));
        }

        var gradient = new double[count];
        var wanted = new double[count];
        double value = DistanceCorrelation.Squared(x, y, weights, gradient);
        Assert.Equal(ReferenceDistanceCorrelation.Squared(x, y, weights, wanted), value, 1e-12);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(wanted[i], gradient[i], 1e-12);
        }
    }

    [Fact]
    public void Gradient_IsThatOfDifferences()
    {
        (double[] x, double[] y) = Pairs(80, 0.6, 3);
        double[] weights = Weights(80);
        var gradient = new double[80];
        DistanceCorrelation.Squared(x, y, weights, gradient);
        foreach (int i in (int[])[0, 11, 40, 79])
        {
            const double step = 1e-7;
            double value = y[i];
            y[i] = value + step;
            double above = DistanceCorrelation.Squared(x, y, weights);
            y[i] = value - step;
            double below = DistanceCorrelation.Squared(x, y, weights);
            y[i] = value;
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-7);
        }
    }

    // Closed form of the bivariate normal distribution; the physics notes, section 7b.
    [Theory]
    [InlineData(0.3, 0.0724)]
    [InlineData(0.5, 0.2062)]
    [InlineData(0.8, 0.5699)]
    [InlineData(0.95, 0.8651)]
    public void BivariateNormal_HasTheClosedForm(double rho, double wanted)
    {
        (double[] x, double[] y) = Pairs(40_000, rho, 1);
        Assert.Equal(wanted, DistanceCorrelation.Squared(x, y, []), 0.008); // about two sampling errors of 40,000 pairs
    }

    // Of n independent pairs the mean is about 3 / n: the expectation of the statistic over that of its scale.
    [Fact]
    public void IndependentSamples_LeaveThreeOverN()
    {
        const int count = 400, repetitions = 300;
        double sum = 0;
        for (int i = 0; i < repetitions; i++)
        {
            (double[] x, double[] y) = Pairs(count, 0, (ulong)(100 + i));
            sum += DistanceCorrelation.Squared(x, y, []);
        }

        Assert.InRange(sum / repetitions * count, 2.5, 4);
    }

    [Fact]
    public void LinearFunction_IsOne_AndScalesDropOut()
    {
        (double[] x, double[] y) = Pairs(200, 0.5, 5);
        Assert.Equal(1, DistanceCorrelation.Squared(x, [.. x.Select(value => 3 - (2 * value))], []), 1e-12);
        Assert.Equal(
            DistanceCorrelation.Squared(x, y, []),
            DistanceCorrelation.Squared([.. x.Select(value => 1e4 + value)], [.. y.Select(value => 1e-3 * value)], []),
            1e-9);
    }

    [Fact]
    public void WeightOfTwo_IsTheRowTwice()
    {
        (double[] x, double[] y) = Pairs(60, 0.5, 9);
        double[] weights = [.. x.Select((_, i) => i < 20 ? 2.0 : 1.0)];
        Assert.Equal(
            DistanceCorrelation.Squared([.. x, .. x[..20]], [.. y, .. y[..20]], []),
            DistanceCorrelation.Squared(x, y, weights), 1e-12);
    }

    [Fact]
    public void ConstantSample_IsZeroWithoutGradient()
    {
        double[] x = [1, 2, 3], y = [5, 5, 5], gradient = [1, 1, 1];
        Assert.Equal(0, DistanceCorrelation.Squared(x, y, [], gradient));
        Assert.Equal(0, DistanceCorrelation.Squared(y, x, []));
        Assert.Equal([0, 0, 0], gradient);
    }

    [Fact]
    public void WrongInput_IsRefused()
    {
        Assert.Contains("2 x, 1 y", Assert.Throws<ArgumentException>(
            () => DistanceCorrelation.Squared([1, 2], [1], [])).Message, StringComparison.Ordinal);
        Assert.Contains("sum to 0", Assert.Throws<ArgumentException>(
            () => DistanceCorrelation.Squared([1, 2], [1, 2], [0, 0])).Message, StringComparison.Ordinal);
    }

    private static (double[] X, double[] Y) Pairs(int count, double rho, ulong seed)
    {
        var rng = new Rng(seed, "pairs", 0);
        var x = new double[count];
        var y = new double[count];
        for (int i = 0; i < count; i++)
        {
            x[i] = rng.NextGaussian();
            y[i] = (rho * x[i]) + (Math.Sqrt(1 - (rho * rho)) * rng.NextGaussian());
        }

        return (x, y);
    }

    private static double[] Weights(int count)
    {
        var rng = new Rng(4, "weights", 0);
        var weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            weights[i] = i % 7 == 3 ? 0 : 0.2 + rng.NextDouble();
        }

        return weights;
    }

    private static double[] Rounded(double[] values) => [.. values.Select(value => Math.Round(2 * value))];
}
