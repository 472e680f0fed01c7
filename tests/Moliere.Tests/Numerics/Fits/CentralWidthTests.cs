using Moliere.Numerics.Fits;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Fits;

public sealed class CentralWidthTests
{
    private const int Count = 20_000;

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(-0.9)]
    public void NormalSample_GivesItsWidthAndCorrelationInSpiteOfOutliers(double rho)
    {
        var rng = new Rng(1, "central width");
        double[] a = new double[Count], b = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            double x = rng.NextGaussian(), y = rng.NextGaussian();
            (a[i], b[i]) = (3 * x, 0.1 * ((rho * x) + (Math.Sqrt(1 - (rho * rho)) * y)));
            (a[i], b[i]) = i % 1000 == 0 ? (1e6, -1e6) : (a[i], b[i]);
        }

        Assert.Equal(rho, CentralWidth.Correlation(a, b), 0.02);
        Assert.Equal(3, CentralWidth.Of(a), 0.06);
    }

    [Fact]
    public void QuantityWithoutSpread_IsNotCorrelated() =>
        Assert.Equal(0, CentralWidth.Correlation([1, 1, 1, 1], [1, 2, 3, 4]));

    [Fact]
    public void SingleValue_HasNoWidth() => Assert.Equal(0, CentralWidth.Of([5]));
}
