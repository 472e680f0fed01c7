// covers: ScheduleOptions, ScheduleKind
using Moliere.Learning.Optimizers;

namespace Moliere.Tests.Learning.Optimizers;

public sealed class SchedulesTests
{
    [Fact]
    public void Constant_IsOne() => Assert.Equal(1, Factor(new ScheduleOptions { Kind = ScheduleKind.Constant }, 7.3));

    [Theory]
    [InlineData(2.99, 1)]
    [InlineData(3, 0.5)]
    [InlineData(6, 0.25)]
    public void Step_FallsAtEachMilestone(double epoch, double expected)
    {
        var options = new ScheduleOptions { Kind = ScheduleKind.Step, Milestones = [3, 6], StepFactor = 0.5 };
        Assert.Equal(expected, Factor(options, epoch), 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.55)]
    [InlineData(10, 0.1)]
    public void Cosine_FallsFromOneToTheFinalFraction(double epoch, double expected)
    {
        var options = new ScheduleOptions { Kind = ScheduleKind.Cosine, FinalFraction = 0.1 };
        Assert.Equal(expected, Factor(options, epoch), 1e-12);
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(1.5, 0.6)]
    [InlineData(3, 1)]
    [InlineData(6.5, 0.55)]
    [InlineData(10, 0.1)]
    public void OneCycle_RisesThenFalls(double epoch, double expected)
    {
        var options = new ScheduleOptions { StartFraction = 0.2, RiseFraction = 0.3, FinalFraction = 0.1 };
        Assert.Equal(expected, Factor(options, epoch), 1e-12);
    }

    [Fact]
    public void OneCycleWithoutRise_StartsAtThePeak() =>
        Assert.Equal(1, Factor(new ScheduleOptions { RiseFraction = 0 }, 0), 1e-12);

    private static double Factor(ScheduleOptions options, double epoch) => Schedules.Factor(options, epoch, 10);
}
