using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Tests.Simulation.Detector;

public class HadronicFractionsTests
{
    // Physics notes table 5.2: f_em, and pi/e of pure Tile (e/h = 1.362) and pure liquid argon (1.74).
    [Theory]
    [InlineData(2, 0.117, 0.766, 0.625)]
    [InlineData(10, 0.339, 0.825, 0.719)]
    [InlineData(100, 0.563, 0.884, 0.814)]
    [InlineData(500, 0.673, 0.914, 0.861)]
    public void MeanResponse_FollowsThePublishedTable(double energy, double share, double tile, double argon)
    {
        var rng = new Rng(3, "response", (ulong)energy);
        (double meanShare, double meanTile, double meanArgon) = (0, 0, 0);
        const int Showers = 20_000;
        for (int i = 0; i < Showers; i++)
        {
            var drawn = HadronicFractions.Draw(energy, false, ref rng);
            double rest = (1 - drawn.Electromagnetic) * drawn.VisibleRatio;
            meanShare += drawn.Electromagnetic / Showers;
            meanTile += (drawn.Electromagnetic + (rest / 1.362)) / Showers;
            meanArgon += (drawn.Electromagnetic + (rest / 1.74)) / Showers;
        }

        Assert.Equal(share, meanShare, 0.005);
        Assert.Equal(tile, meanTile, 0.01);
        Assert.Equal(argon, meanArgon, 0.01);
    }

    // Physics notes 5.2: (Q84 - Q16)/(2 Q50) of the response from the electromagnetic share alone, computed there with
    // fluctuations that fall as the power 0.15 of the energy above 5 GeV; ours, tuned on test beams, fall as 0.2.
    [Theory]
    [InlineData(3, 1.74, 0.053)]
    [InlineData(30, 1.74, 0.091)]
    [InlineData(100, 1.74, 0.088)]
    [InlineData(10, 1.362, 0.046)]
    [InlineData(100, 1.362, 0.051)]
    public void SpreadOfTheElectromagneticShare_FollowsThePublishedNumbers(
        double energy, double eOverH, double expected)
    {
        var rng = new Rng(4, "spread", (ulong)energy);
        var response = new double[20_000];
        for (int i = 0; i < response.Length; i++)
        {
            double share = HadronicFractions.Draw(energy, false, ref rng).Electromagnetic;
            response[i] = share + ((1 - share) / eOverH);
        }

        Array.Sort(response);
        int n = response.Length;
        double spread = (response[(int)(0.84 * n)] - response[(int)(0.16 * n)]) / (2 * response[n / 2]);
        Assert.Equal(expected * Math.Pow(Math.Max(energy / 5, 1), 0.15 - 0.2), spread, 0.003);
    }

    [Fact]
    public void BaryonsBelowTheirThreshold_MakeNoPions() =>
        Assert.Equal(0, HadronicFractions.MeanElectromagnetic(2, true));
}
