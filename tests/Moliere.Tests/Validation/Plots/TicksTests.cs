using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class TicksTests
{
    [Fact]
    public void LinearTicks_AreRoundNumbers()
    {
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], Ticks.Linear(0, 1, 5));
        Assert.Equal([-0.02, 0, 0.02], Ticks.Linear(-0.031, 0.033, 4));
        Assert.Equal([500, 1000], Ticks.Linear(300, 1200, 2));
    }

    [Fact]
    public void LogarithmicTicks_AreDecadesOrFinerWhenTheAxisIsShort()
    {
        Assert.Equal([1, 10, 100, 1000], Ticks.Decades(0.3, 1000));
        Assert.Equal([0.2, 0.5, 1], Ticks.Decades(0.15, 1.5).Select(tick => Math.Round(tick, 12)));
        Assert.Equal(8, Ticks.DecadesMinor(1, 10).Length);
    }

    [Theory]
    [InlineData(-0.0, "0")]
    [InlineData(0.30000000000000004, "0.3")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(1000, "1000")]
    [InlineData(100000, "10⁵")]
    [InlineData(2e-5, "2·10⁻⁵")]
    public void TickTexts_ArePlainOrPowersOfTen(double value, string text) =>
        Assert.Equal(text, NumberText.Tick(value));
}
