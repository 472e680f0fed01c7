using Moliere.Data.Objects;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

public sealed class SampleItemTests
{
    [Fact]
    public void Generator_MakesEachNumberWhenAskedFor()
    {
        var made = new List<long>();
        SampleItem[] items = [.. SampleItem.FromGenerator(number => Made(number, made), 3)];
        Assert.Empty(made);
        Assert.Equal([2L, 0L], [items[2].Generate().Number, items[0].Generate().Number]);
        Assert.Equal([2L, 0L], made);
        Assert.All(items, item => Assert.Equal(0, item.Pass));
    }

    [Fact]
    public void File_IsReadOnceAndEachEventRepeated()
    {
        int read = 0;
        IEnumerable<GeneratedEvent> events = Enumerable.Range(0, 2).Select(number =>
        {
            read++;
            return ToyChain.Dijet(number);
        });
        IEnumerable<Func<GeneratedEvent>> made = events.Select(e => (Func<GeneratedEvent>)(() => e));
        (long, int)[] items =
            [.. SampleItem.FromFile(made, 3).Select(item => (item.Generate().Number, item.Pass))];
        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], items);
        Assert.Equal(2, read);
    }

    private static GeneratedEvent Made(long number, List<long> made)
    {
        made.Add(number);
        return ToyChain.Dijet(number);
    }
}
