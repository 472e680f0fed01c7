// covers: Ams, AmsScan, AmsPoint
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class AmsTests
{
    [Fact]
    public void KnownBackground_GivesTheAsimovSignificance()
    {
        double expected = Math.Sqrt(2 * ((60 * Math.Log(60.0 / 50)) - 10));
        Assert.Equal(expected, Ams.Of(10, 50, 0), 1e-12);
        Assert.Equal(expected, Ams.Of(10, 50, 1e-4), 1e-6);
    }

    [Fact]
    public void SmallSignalOverMuchBackground_IsSignalOverAllErrors() =>
        Assert.Equal(10 / Math.Sqrt(1e6 + (300 * 300)), Ams.Of(10, 1e6, 300), 1e-5);

    [Fact]
    public void UncertaintyOfTheBackground_OnlyCosts()
    {
        double[] falling = [.. new[] { 0.0, 1, 5, 20, 100, 1000 }.Select(sigma => Ams.Of(30, 100, sigma))];
        Assert.Equal(falling.OrderDescending(), falling);
        Assert.InRange(falling[^1], 0, 0.04);
    }

    [Fact]
    public void Extremes_AreAnswered()
    {
        Assert.Equal(0, Ams.Of(0, 100, 10));
        Assert.Equal(double.PositiveInfinity, Ams.Of(1, 0, 0));
        Assert.True(double.IsFinite(Ams.Of(1, 0, 5)));
    }

    [Fact]
    public void Scan_IsThatOfCountedEvents()
    {
        float[] signal = Even(1000, 0.5f), first = Even(2000, 0), second = Even(2000, 0.02f);
        IReadOnlyList<AmsPoint> scan = AmsScan.Of(signal, first, second);
        AmsPoint one = scan.Single(point => Math.Abs(point.Efficiency - 0.74) < 1e-9);
        Assert.Equal(240, one.Background, 1.0);
        Assert.Equal(20, one.Sigma, 1.0);
        Assert.Equal(Ams.Of(74, one.Background, one.Sigma), one.Significance, 1e-9);
        Assert.Equal(one, AmsScan.Single(signal, first, second, one.Threshold));
    }

    [Fact]
    public void ThresholdsWithFewBackgroundEvents_AreLeftOut_ButNotTheLast()
    {
        float[] background = Even(1000, 0);
        IReadOnlyList<AmsPoint> scan = AmsScan.Of(Even(500, 0.5f), background, background);
        Assert.All(scan, point => Assert.True(point.Background >= AmsScan.FewestBackground));
        AmsPoint uncut = Assert.Single(AmsScan.Of(Even(500, 2), background, background));
        Assert.Equal((1.0, 1000.0, 0.0, 0.0), (uncut.Efficiency, uncut.Background, uncut.Sigma, uncut.SigmaError));
        Assert.Equal(AmsScan.Uncut, uncut.Significance);
        Assert.Equal(3.11, AmsScan.Uncut, 0.005); // 100 over the root of 1000, and what is beyond it
    }

    [Fact]
    public void AgreementByChance_GainsNothing()
    {
        AmsPoint few = AmsScan.Single([1, 2], [0, 1, 2, 3], [0, 1, 2, 3], 2);
        Assert.Equal((500.0, 0.0), (few.Background, few.Sigma));
        Assert.Equal(1000 * Math.Sqrt(2 * 0.25 / 4), few.SigmaError, 1e-9);
        Assert.Equal(Ams.Of(50, 500, few.SigmaError), few.Cautious, 1e-12);
        Assert.True(few.Cautious < few.Significance);
    }

    [Fact]
    public void Best_IsNoCut_WhereSidesDifferEverywhere()
    {
        float[] signal = Even(4000, 0.5f), low = Even(4000, 0), high = [.. low.Select(score => 0.7f * score)];
        Assert.Equal(double.NegativeInfinity, AmsScan.Best(signal, low, high).Threshold);
        Assert.True(AmsScan.Best(signal, low, low).Efficiency < 1);
    }

    // Values spread evenly over one unit from an offset on.
    private static float[] Even(int count, float offset) =>
        [.. Enumerable.Range(0, count).Select(i => offset + ((i + 0.5f) / count))];
}
