using Moliere.Cli.Studies.Simulation;

namespace Moliere.Tests.Cli.Studies.Simulation;

public sealed class EventHistogramTests
{
    [Fact]
    public void Density_IsPerEventAndUnit()
    {
        var histogram = new EventHistogram([0, 0.5, 2], scale: 5);
        histogram.Add([0.1, 0.2, 1.5, 7, -1]);
        histogram.Add([0.3]);
        Assert.Equal([1.5 / 2.5, 0.5 / 7.5], histogram.Values, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void EntriesOfOneEvent_AreNotIndependent()
    {
        EventHistogram together = new([0, 1]), apart = new([0, 1]);
        for (int i = 0; i < 100; i++)
        {
            together.Add(i % 10 == 0 ? Enumerable.Repeat(0.5, 10) : []);
            apart.Add([0.5]);
        }

        Assert.Equal(together.Values, apart.Values);
        Assert.Equal(0.3, together.Errors[0], 2); // 10 events of 10 entries: 10 ± 3 of 100
        Assert.Equal(0, apart.Errors[0]);
    }
}
