// covers: PileupOptions
using Moliere.Numerics.Random;
using Moliere.Simulation.Pileup;

namespace Moliere.Tests.Simulation.Pileup;

public class MuDistributionTests
{
    // Physics notes 5.4: calibration samples have 36 ± 14.
    [Fact]
    public void DefaultDistribution_IsAsBroadAsRunTwo()
    {
        var mu = new MuDistribution(new PileupOptions());
        var rng = new Rng(1, "mu");
        var drawn = new double[20_000];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = mu.Draw(ref rng);
        }

        double mean = drawn.Average(), spread = Math.Sqrt(drawn.Average(x => (x - mean) * (x - mean)));
        Assert.Equal(mu.Mean, mean, 0.5);
        Assert.InRange(spread, 13, 14.5);
        Assert.All(drawn, x => Assert.True(x > 0));
    }

    [Fact]
    public void FixedMu_IsGivenToEveryEvent()
    {
        var rng = new Rng(1, "mu");
        Assert.Equal(60, new MuDistribution(new PileupOptions { FixedMu = 60 }).Draw(ref rng));
    }
}
