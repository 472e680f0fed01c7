using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Tests.Simulation.Detector;

public class ZigguratNoiseTests
{
    [Fact]
    public void TailsAndMoments_AreThoseOfTheNormal()
    {
        var noise = new ZigguratNoise();
        var rng = new Rng(9, "noise");
        var words = new SplitMix(ref rng);
        double squares = 0, fourths = 0, above2 = 0, above4 = 0;
        const double n = 8e6;
        for (int i = 0; i < n; i++)
        {
            double x = noise.Normal((uint)words.Next(), ref words), square = x * x;
            (squares, fourths) = (squares + square, fourths + (square * square));
            above2 += square > 4 ? 1 : 0;
            above4 += square > 16 ? 1 : 0;
        }

        Assert.Equal(1, squares / n, 0.003);
        Assert.Equal(3, fourths / n, 0.02);
        Assert.Equal(0.0455003, above2 / n, 5e-4);
        Assert.InRange(above4 / n / 6.33425e-5, 0.85, 1.15); // 505 expected: 3.4 standard deviations
    }
}
