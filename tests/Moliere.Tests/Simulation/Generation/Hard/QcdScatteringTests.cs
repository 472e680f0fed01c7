using Moliere.Simulation.Generation.Hard;

namespace Moliere.Tests.Simulation.Generation.Hard;

/// <summary>
/// Values at 90 degrees are the squared matrix elements over g^4 of Ellis, Stirling, Webber, table 7.1; identical
/// particles in the final state count half.
/// </summary>
public sealed class QcdScatteringTests
{
    [Theory]
    [InlineData(1, 2, 2.22)]
    [InlineData(1, -2, 2.22)]
    [InlineData(1, 1, 3.26 / 2)]
    [InlineData(-3, -3, 3.26 / 2)]
    [InlineData(1, 21, 6.11)]
    [InlineData(21, -2, 6.11)]
    public void Scattering_AtRightAngles_HasTheTextbookValue(int first, int second, double expected) =>
        Assert.Equal(expected, Weight(At(0), c => c.First == first && c.Second == second), 0.006);

    [Fact]
    public void Gluons_AtRightAngles_HaveTheTextbookValues()
    {
        HardPoint point = At(0);
        Assert.Equal(30.4 / 2, Weight(point, c => c is { First: 21, Second: 21, Third: 21 }), 0.03);
        Assert.Equal(0.146, Weight(point, c => c is { First: 21, Second: 21, Third: 1 }), 0.001);
        Assert.Equal(1.04 / 2, Weight(point, c => c is { First: 2, Second: -2, Third: 21 }), 0.003);
        Assert.Equal(2.59, Weight(point, c => c is { First: 2, Second: -2, Third: 2 }), 0.006);
        Assert.Equal(0.222, Weight(point, c => c is { First: 2, Second: -2, Third: 1 }), 0.001);
    }

    [Fact]
    public void HeavyPairs_FarAboveThreshold_EqualLightOnes()
    {
        HardPoint point = At(0.3);
        double light = Weight(point, c => c is { First: 21, Second: 21, Third: 1 });
        Assert.Equal(light, Weight(point, c => c is { First: 21, Second: 21, Third: 5 }), 0.002 * light);
    }

    [Fact]
    public void HeavyPair_BelowThreshold_IsAbsent()
    {
        HardPoint point = At(0);
        point.Channels.Clear();
        QcdScattering.AddHeavyPair(point, 6, 5000, 5);
        Assert.Empty(point.Channels);
    }

    [Fact]
    public void ColourLines_AllHaveTwoEnds()
    {
        foreach (Channel channel in At(0.4).Channels)
        {
            ColourFlow f = channel.Flow;
            int[] into = [f.Colour1, f.Colour2, f.Anti3, f.Anti4], outOf = [f.Anti1, f.Anti2, f.Colour3, f.Colour4];
            Assert.Equal(into.Where(t => t > 0).Order(), outOf.Where(t => t > 0).Order());
            (int, int, int)[] ends = [(channel.First, f.Colour1, f.Anti1), (channel.Second, f.Colour2, f.Anti2),
                (channel.Third, f.Colour3, f.Anti3), (channel.Fourth, f.Colour4, f.Anti4)];
            foreach ((int id, int colour, int anti) in ends)
            {
                Assert.Equal(id == 21 || id > 0, colour > 0);
                Assert.Equal(id == 21 || id < 0, anti > 0);
            }
        }
    }

    [Fact]
    public void Flavour_IsConserved()
    {
        foreach (Channel c in At(-0.2).Channels)
        {
            for (int q = 1; q <= 5; q++)
            {
                Assert.Equal(Net(c.First, q) + Net(c.Second, q), Net(c.Third, q) + Net(c.Fourth, q));
            }
        }
    }

    [Fact]
    public void ExchangeOfBeams_MirrorsTheAngle()
    {
        double one = Weight(At(0.5), c => c is { First: 2, Second: 21 });
        Assert.Equal(one, Weight(At(0.5), c => c is { First: 21, Second: 2 }), 1e-9);
        Assert.True(one > Weight(At(-0.5), c => c is { First: 2, Second: 21 }));
    }

    private static int Net(int id, int quark) => id == quark ? 1 : id == -quark ? -1 : 0;

    private static double Weight(HardPoint point, Func<Channel, bool> selection) =>
        point.Channels.Where(selection).Sum(c => c.Weight);

    // Densities of one everywhere: weights are the matrix elements.
    private static HardPoint At(double cos)
    {
        var point = new HardPoint();
        point.MoveTo(0.1, 0.1, 13000.0 * 13000, 1e4);
        point.CosTheta = cos;
        Array.Fill(point.Densities1, 1);
        Array.Fill(point.Densities2, 1);
        QcdScattering.Add(point);
        return point;
    }
}
