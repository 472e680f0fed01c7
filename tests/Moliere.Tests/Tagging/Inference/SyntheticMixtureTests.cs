using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class SyntheticMixtureTests
{
    private const int Events = 40_000;

    [Fact]
    public void Signal_IsAtTheOriginWithRateTwo() => Check(
        (index, x) => SyntheticMixture.Signal(4, index, x), [0, 0, 0.5], [1, 1, 0.5]);

    [Fact]
    public void Background_FollowsShiftAndRate() => Check(
        (index, x) => SyntheticMixture.Background(4, index, 0.3, 2.5, x), [2.3, 0, 0.4], [Math.Sqrt(5), 3, 0.4]);

    [Fact]
    public void MovedNuisance_MovesTheSameEvent()
    {
        float[] nominal = new float[3], moved = new float[3];
        SyntheticMixture.Background(7, 11, 0, 3, nominal);
        SyntheticMixture.Background(7, 11, 0.4, 4, moved);
        Assert.Equal(nominal[0] + 0.4f, moved[0], 1e-6f);
        Assert.Equal(nominal[1], moved[1]);
        Assert.Equal(nominal[2] * 0.75f, moved[2], 1e-6f);
    }

    [Fact]
    public void LogRatio_IsThatOfTheWrittenDensities()
    {
        (double x0, double x1, double x2) = (0.7, -1.2, 0.35);
        double signal = Normal(x0, 0, 1) * Normal(x1, 0, 1) * 2 * Math.Exp(-2 * x2);
        double background = Normal(x0, 2, 5) * Normal(x1, 0, 9) * 3 * Math.Exp(-3 * x2);
        Assert.Equal(Math.Log(signal / background), SyntheticMixture.LogRatio(x0, x1, x2), 1e-12);
    }

    [Fact]
    public void ScaledEvents_AreOfOrderOne()
    {
        float[] x = [3, -2.2f, 0.8f];
        SyntheticMixture.ScaleInPlace(x);
        Assert.Equal([1f, -1f, 1f], x);
    }

    private static double Normal(double x, double mean, double variance) =>
        Math.Exp(-0.5 * (x - mean) * (x - mean) / variance) / Math.Sqrt(2 * Math.PI * variance);

    private delegate void Drawing(ulong index, Span<float> x);

    private static void Check(Drawing draw, double[] means, double[] widths)
    {
        double[] sums = new double[3], squares = new double[3];
        Span<float> x = stackalloc float[3];
        for (ulong index = 0; index < Events; index++)
        {
            draw(index, x);
            for (int i = 0; i < 3; i++)
            {
                sums[i] += x[i];
                squares[i] += x[i] * x[i];
            }
        }

        for (int i = 0; i < 3; i++)
        {
            double mean = sums[i] / Events;
            Assert.Equal(means[i], mean, 4 * widths[i] / Math.Sqrt(Events));
            Assert.Equal(widths[i], Math.Sqrt((squares[i] / Events) - (mean * mean)), 0.03 * widths[i]);
        }
    }
}
