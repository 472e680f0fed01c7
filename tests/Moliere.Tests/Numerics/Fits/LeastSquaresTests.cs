// covers: LeastSquares, Polynomial, PiecewiseLinear
using Moliere.Numerics.Fits;

namespace Moliere.Tests.Numerics.Fits;

public sealed class LeastSquaresTests
{
    [Fact]
    public void ExactPlane_IsFound()
    {
        var system = new LeastSquares(3);
        foreach ((double x, double y) in (ReadOnlySpan<(double, double)>)[(0, 0), (1, 0), (0, 2), (3, 1), (2, 5)])
        {
            system.Add([1, x, y], 2 - (3 * x) + (0.5 * y), weight: 1 + x);
        }

        double[] solution = system.Solve();

        Assert.Equal(2, solution[0], 1e-6);
        Assert.Equal(-3, solution[1], 1e-6);
        Assert.Equal(0.5, solution[2], 1e-6);
    }

    [Fact]
    public void ParameterWithoutData_IsZero()
    {
        var system = new LeastSquares(2);
        system.Add([1, 0], 5);

        Assert.Equal(5, system.Solve()[0], 1e-6);
        Assert.Equal(0, system.Solve()[1]);
        Assert.Equal([0.0, 0.0], new LeastSquares(2).Solve());
    }

    [Fact]
    public void ShrunkParameter_MovesAsWithAMeasurementOfZero()
    {
        var system = new LeastSquares(1);
        system.Add([1], 6, weight: 2);
        system.Shrink(0, 1);

        Assert.Equal(4, system.Solve()[0], 1e-6);
    }

    [Fact]
    public void Polynomial_FollowsItsPointsAndFreezesOutside()
    {
        double[] x = [1, 2, 3, 4, 5, 6], y = [.. x.Select(v => 1 + (2 * v) - (0.3 * v * v))];

        Polynomial cubic = Polynomial.Fit(x, y, [1, 1, 1, 1, 1, 1], 3);

        Assert.Equal(4, cubic.Coefficients.Length);
        Assert.Equal(1 + 5 - (0.3 * 6.25), cubic.At(2.5), 1e-6);
        Assert.Equal(cubic.At(1), cubic.At(-100));
        Assert.Equal(cubic.At(6), cubic.At(100));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    public void FewPoints_LowerTheOrder(int points, int coefficients)
    {
        double[] x = [.. Enumerable.Range(0, points).Select(i => (double)i)];

        Polynomial fit = Polynomial.Fit(x, [.. x.Select(_ => 2.0)], [.. x.Select(_ => 1.0)], 4);

        Assert.Equal(coefficients, fit.Coefficients.Length);
        Assert.Equal(points == 0 ? 0 : 2, fit.At(0.5), 1e-6);
    }

    [Fact]
    public void PiecewiseLinear_InterpolatesAndStaysConstantOutside()
    {
        var line = new PiecewiseLinear([0, 1, 3], [2, 4, 0]);

        Assert.Equal([2, 2, 3, 4, 2, 0, 0], new[] { -1, 0, 0.5, 1, 2, 3, 9 }.Select(line.At));
        Assert.Equal((1, 0.5), PiecewiseLinear.Place([0, 1, 3], 2));
        Assert.Equal(7, new PiecewiseLinear([5], [7]).At(1));
    }
}
