using Moliere.Data.Geometry;
using Moliere.Simulation.Detector;

namespace Moliere.Tests.Simulation.Detector;

public class RadialProfileTests
{
    // Physics notes 5.2: at the shower maximum of 10 GeV, 90 % within half a Molière radius and 96 % within one.
    [Fact]
    public void ContainmentAtMaximum_FollowsThePublishedNumbers()
    {
        CaloMedium medium = ToyDetector.Medium(CaloSampling.Emb2);
        var profile = RadialProfile.Electromagnetic(10, 1, medium);
        Assert.Equal(0.90, profile.Within(0.5 * medium.MoliereRadius), 0.02);
        Assert.Equal(0.96, profile.Within(medium.MoliereRadius), 0.02);
    }

    [Fact]
    public void SingleComponent_HoldsHalfWithinItsRadius() =>
        Assert.Equal(0.5, RadialProfile.Single(30).Within(30), 1e-12);
}
