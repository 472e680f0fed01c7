// covers: SplitPart
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Tables;

public sealed class EventSplitTests
{
    private static readonly long[] s_events = [.. Enumerable.Range(0, 100_000).Select(i => (long)i)];

    [Fact]
    public void Parts_HaveTheirSharesAndCoverAllRowsOnce()
    {
        var split = new EventSplit();
        int[][] parts = [.. Enum.GetValues<SplitPart>().Select(part => split.Rows(s_events, part))];

        // Five standard deviations of a binomial of 100,000 are at most 0.008.
        Assert.Equal(0.6, parts[0].Length / 100_000.0, 0.008);
        Assert.Equal(0.2, parts[1].Length / 100_000.0, 0.008);
        Assert.Equal(Enumerable.Range(0, 100_000), parts.SelectMany(rows => rows).Order());
    }

    [Fact]
    public void ObjectsOfOneEvent_StayTogetherWhereverTheyStand()
    {
        var split = new EventSplit();
        Assert.All(s_events.Take(1000), number =>
            Assert.Contains(split.Rows([number, -1, number], split.PartOf(number)).Length, new[] { 2, 3 }));
    }

    [Fact]
    public void KnownEvents_NeverChangeTheirPart() => Assert.Equal(
        [.. Enumerable.Range(0, 12).Select(i => new EventSplit().PartOf(i))],
        Enumerable.Range(0, 12).Reverse().Select(i => new EventSplit().PartOf(i)).Reverse());

    [Fact]
    public void Salt_GivesAnIndependentDivision()
    {
        EventSplit a = new(), b = new() { Salt = 1 };
        int both = s_events.Count(e => a.PartOf(e) == SplitPart.Test && b.PartOf(e) == SplitPart.Test);
        Assert.Equal(0.04, both / 100_000.0, 0.004);
    }
}
