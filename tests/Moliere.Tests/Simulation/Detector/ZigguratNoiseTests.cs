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
        float[] sigma = new float[133_001], energy = new float[sigma.Length];
        Array.Fill(sigma, 1f);
        double squares = 0, fourths = 0, above2 = 0, above4 = 0;
        const int Events = 60;
        for (int e = 0; e < Events; e++)
        {
            Array.Clear(energy);
            noise.AddTo(energy, sigma, ref rng);
            foreach (float x in energy)
            {
                double square = (double)x * x;
                (squares, fourths) = (squares + square, fourths + (square * square));
                above2 += square > 4 ? 1 : 0;
                above4 += square > 16 ? 1 : 0;
            }
        }

        double n = (double)Events * sigma.Length;
        Assert.Equal(1, squares / n, 0.003);
        Assert.Equal(3, fourths / n, 0.02);
        Assert.Equal(0.0455003, above2 / n, 5e-4);
        Assert.InRange(above4 / n / 6.33425e-5, 0.85, 1.15); // 505 expected: 3.4 standard deviations
    }

    [Fact]
    public void OddNumberOfCells_FillsTheLast()
    {
        var rng = new Rng(9, "noise");
        float[] energy = new float[5];
        new ZigguratNoise().AddTo(energy, [1, 1, 1, 1, 1], ref rng);
        Assert.DoesNotContain(0f, energy);
    }
}
