using Moliere.Data.Kinematics;

namespace Moliere.Tests.Data.Kinematics;

public sealed class EtaPhiTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4 - (2 * Math.PI))]
    [InlineData(-4, (2 * Math.PI) - 4)]
    [InlineData(Math.PI, -Math.PI)]
    [InlineData(-Math.PI, -Math.PI)]
    [InlineData(20 * Math.PI, 0)]
    public void Azimuth_IsWrapped(double phi, double expected) => Assert.Equal(expected, EtaPhi.WrapPhi(phi), 1e-12);

    [Fact]
    public void Difference_IsTheShortWayRound() =>
        Assert.Equal(0.2, EtaPhi.DeltaPhi(-Math.PI + 0.1, Math.PI - 0.1), 1e-12);

    [Fact]
    public void Distance_IsPythagorean() =>
        Assert.Equal(0.5, EtaPhi.DeltaR(1, Math.PI - 0.1, 1.3, -Math.PI + 0.3), 1e-12);
}
