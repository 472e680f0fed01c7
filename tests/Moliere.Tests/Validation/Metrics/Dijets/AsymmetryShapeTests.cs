using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class AsymmetryShapeTests
{
    [Theory]
    [InlineData(0.012, 0.07, 0.3)]
    [InlineData(0.08, 0.05, 0.9)]
    public void Density_IsNormalisedAndSymmetric(double width, double tail, double share)
    {
        AsymmetryShape shape = new(width, tail, share);

        Assert.Equal(1, Integral(shape.Density, 30 * (width + tail)), 1e-3);
        Assert.Equal(shape.Density(0.07), shape.Density(-0.07), 1e-12);
        Assert.True(shape.Density(0) > shape.Density(0.01));
    }

    [Theory]
    [InlineData(0.012, 0.07, 0.3, 0.05)]
    [InlineData(0.012, 0.07, 0.3, 0.4)]
    [InlineData(0.08, 0.1, 0.8, 0.01)]
    [InlineData(0.05, 0.02, 0.5, 0.05)]
    [InlineData(0.02, 0.01, 0, 0.5)]
    public void Convolved_EqualsTheNumericalConvolution(double width, double tail, double share, double sigma)
    {
        AsymmetryShape shape = new(width, tail, share);
        foreach (double x in new[] { -0.9, -0.2, 0, 0.03, 0.11, 0.5, 1.5 })
        {
            double reference = ReferenceConvolution(shape, x, sigma);
            Assert.Equal(reference, shape.Convolved(x, sigma), (1e-4 * reference) + 1e-9);
        }
    }

    [Fact]
    public void NoError_LeavesTheShape() => Assert.Equal(
        new AsymmetryShape(0.1, 0.05, 0.5).Density(0.17), new AsymmetryShape(0.1, 0.05, 0.5).Convolved(0.17, 0), 1e-12);

    [Fact]
    public void FarTails_StayFinite()
    {
        AsymmetryShape shape = new(0.01, 0.002, 0.5);

        Assert.InRange(shape.Convolved(2, 0.001), 0, 1e-10);
        Assert.InRange(shape.Convolved(-2, 0.02), 0, 1e-10);
    }

    // Trapezia on a grid much finer than either width.
    private static double ReferenceConvolution(AsymmetryShape shape, double x, double sigma)
    {
        const int steps = 40_000;
        double reach = 12 * sigma, step = 2 * reach / steps, sum = 0;
        for (int i = 0; i <= steps; i++)
        {
            double t = -reach + (i * step);
            sum += shape.Density(x - t) * Math.Exp(-0.5 * t * t / (sigma * sigma));
        }

        return sum * step / (sigma * Math.Sqrt(2 * Math.PI));
    }

    private static double Integral(Func<double, double> density, double reach)
    {
        const int steps = 50_000;
        double sum = 0, step = 2 * reach / steps;
        for (int i = 0; i < steps; i++)
        {
            sum += density(-reach + ((i + 0.5) * step));
        }

        return sum * step;
    }
}
