using Moliere.Data.Objects;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

public sealed class CrossingItemTests
{
    [Fact]
    public void Events_AreDealtInOrder()
    {
        CrossingItem[] crossings = [.. CrossingItem.Of(Events(11), 4, first: 5)];
        Assert.Equal([5L, 6, 7], crossings.Select(crossing => crossing.Number));
        Assert.Equal([4, 4, 3], crossings.Select(crossing => crossing.Events.Count));
        Assert.Equal(
            Enumerable.Range(0, 11).Select(i => (long)i),
            crossings.SelectMany(crossing => crossing.Events).Select(item => item.Generate().Number));
    }

    [Fact]
    public void NoEvents_NeedNoCrossing() => Assert.Empty(CrossingItem.Of(Events(0), 4));

    private static IEnumerable<SampleItem> Events(int count) => SampleItem.FromGenerator(
        number => new GeneratedEvent { Number = number, Particles = [] }, count);
}
