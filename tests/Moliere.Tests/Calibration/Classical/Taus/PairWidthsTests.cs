using Moliere.Calibration.Classical.Taus;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class PairWidthsTests
{
    [Theory]
    [InlineData(0.2, 0.1, 0, 0.2)] // 0.01 / 0.05
    [InlineData(0.1, 0.1, 0.7, 0.5)]
    [InlineData(0.2, 0.1, 0.25, 0.125)] // (0.01 - 0.005) / (0.05 - 0.01)
    [InlineData(0.2, 0.1, 0.9, 0)] // below 0 by the formula: kept at an end
    [InlineData(0.1, 0.1, 1, 1)]
    public void Weight_IsThatOfTheLeastVariance(double c, double s, double rho, double weight) =>
        Assert.Equal(weight, new PairWidths([3], [c], [s], [rho]).Weight(4), 1e-12);

    [Fact]
    public void EqualMomenta_MakeOneKnot()
    {
        double log = Math.Log(43.21);
        (double, double, double)[] taus =
            [.. Enumerable.Range(0, 1000).Select(i => (log + (i < 700 ? 0 : 1), 1 + (i % 7 * 0.1), 1 + (i % 5 * 0.1)))];
        PairWidths widths = PairWidths.Of(taus, 100);
        Assert.Null(widths.Defect());
        Assert.Equal(2, widths.LogPt.Length);
        Assert.InRange(widths.Weight(log), 0, 1);
    }

    [Fact]
    public void KnownGaussians_GiveTheirWidthsCorrelationAndWeight()
    {
        var rng = new Rng(1, "pair widths");
        var taus = new List<(double, double, double)>();
        for (int i = 0; i < 20_000; i++)
        {
            double log = Math.Log(10) + (3 * rng.NextDouble()), x = rng.NextGaussian(), y = rng.NextGaussian();
            double s = 0.02 * log;
            taus.Add((log, 1 + (0.15 * x), 1 + (s * ((0.4 * x) + (Math.Sqrt(1 - 0.16) * y)))));
        }

        PairWidths widths = PairWidths.Of(taus, 2000);
        Assert.Equal(10, widths.LogPt.Length);
        foreach (int k in (int[])[2, 5, 8])
        {
            double s = 0.02 * widths.LogPt[k];
            Assert.Equal(0.15, widths.Calorimeter[k], 0.01);
            Assert.Equal(s, widths.Substructure[k], 0.06 * s);
            Assert.Equal(0.4, widths.Correlation[k], 0.08);
            double weight = ((s * s) - (0.06 * s)) / (0.0225 + (s * s) - (0.12 * s));
            Assert.Equal(weight, widths.Weight(widths.LogPt[k]), 0.05);
            double difference = Math.Sqrt(0.0225 + (s * s) - (0.12 * s));
            Assert.Equal(difference, widths.Difference(widths.LogPt[k]), 0.06 * difference);
        }
    }
}
