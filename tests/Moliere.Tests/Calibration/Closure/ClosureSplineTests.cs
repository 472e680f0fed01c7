// covers: ClosureCurve, ClosureOptions
using Moliere.Calibration.Closure;

namespace Moliere.Tests.Calibration.Closure;

public sealed class ClosureSplineTests
{
    private static readonly ClosureSpline s_spline = new(
        [0, 1, 2],
        [[new([2, 3, 5], [2.5, 3.2, 5]), new([1, 2], [1.3, 2.3])]]);

    [Fact]
    public void Knots_AreMet()
    {
        Assert.Equal(Math.Exp(-0.5), s_spline.At(Math.Exp(2), 0.5).Factor, 1e-12);
        Assert.Equal(1, s_spline.At(Math.Exp(5), -0.5).Factor, 1e-12);
    }

    [Theory]
    [InlineData(0.01, 0.5, -0.5)]
    [InlineData(1e4, 0.5, 0)]
    [InlineData(100, 1.5, -0.3)]
    [InlineData(100, -7, -0.3)]
    public void BeyondTheEnds_TheFactorIsThatOfTheEnd(double pt, double eta, double logFactor)
    {
        (double factor, double slope) = s_spline.At(pt, eta);
        Assert.Equal(Math.Exp(logFactor), factor, 1e-12);
        Assert.Equal(1, slope, 1e-9);
    }

    [Fact]
    public void Slope_IsTheDerivativeAndPositive()
    {
        for (double log = 1.5; log < 5.5; log += 0.0371)
        {
            const double h = 1e-6;
            double up = log + h - Math.Log(s_spline.At(Math.Exp(log + h), 0).Factor);
            double down = log - h - Math.Log(s_spline.At(Math.Exp(log - h), 0).Factor);
            double slope = s_spline.At(Math.Exp(log), 0).Slope;
            Assert.Equal((up - down) / (2 * h), slope, 1e-4);
            Assert.True(slope > 0);
        }
    }

    [Fact]
    public void KnotsThatDoNotRise_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new ClosureCurve([1, 2], [3, 3]));
}
