using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class AsymmetryShapeTests
{
    [Theory]
    [InlineData(0.08, 1.3)]
    [InlineData(0.08, 0.3)]
    [InlineData(0.2, 4)]
    public void Density_IsNormalisedSymmetricAndSmooth(double width, double tail)
    {
        AsymmetryShape shape = new(width, tail);
        double edge = width * tail, step = 1e-6 * width;

        Assert.Equal(1, Integral(shape.Density, 120 * width), 1e-4);
        Assert.Equal(shape.Density(0.7 * edge), shape.Density(-0.7 * edge), 1e-12);
        double below = (shape.Density(edge) - shape.Density(edge - step)) / step;
        double above = (shape.Density(edge + step) - shape.Density(edge)) / step;
        Assert.Equal(below, above, 1e-4 * Math.Abs(below));
    }

    [Theory]
    [InlineData(0.08, 1.3, 0.05)]
    [InlineData(0.08, 1.3, 0.4)]
    [InlineData(0.08, 0.4, 0.01)]
    [InlineData(0.05, 5, 0.05)]
    [InlineData(0.02, 6, 0.5)]
    public void Convolved_EqualsTheNumericalConvolution(double width, double tail, double sigma)
    {
        AsymmetryShape shape = new(width, tail);
        foreach (double x in new[] { -0.9, -0.2, 0, 0.03, 0.11, 0.5, 1.5 })
        {
            double reference = ReferenceConvolution(shape, x, sigma);
            Assert.Equal(reference, shape.Convolved(x, sigma), (1e-5 * reference) + 1e-9);
        }
    }

    [Fact]
    public void NoError_LeavesTheShape() =>
        Assert.Equal(new AsymmetryShape(0.1, 1.5).Density(0.17), new AsymmetryShape(0.1, 1.5).Convolved(0.17, 0));

    [Fact]
    public void FarTails_StayFinite()
    {
        AsymmetryShape shape = new(0.01, 8);

        Assert.InRange(shape.Convolved(2, 0.001), 0, 1e-10);
        Assert.InRange(shape.Convolved(-2, 0.02), 0, 1e-10);
    }

    // Trapezia on a grid much finer than either width.
    private static double ReferenceConvolution(AsymmetryShape shape, double x, double sigma)
    {
        const int steps = 10_000;
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
