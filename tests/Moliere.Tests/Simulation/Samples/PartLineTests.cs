using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

public sealed class PartLineTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(7, 4)]
    [InlineData(40, 16)]
    [InlineData(100, 40)]
    public void Parts_ComeInOrderWithTheirNumberOfEvents(int events, int perPart)
    {
        foreach (int threads in (int[])[1, 2, 3])
        {
            var parts = new List<long[]>();
            Run(events, perPart, threads, part => parts.Add(part.Longs("event")));
            Assert.Equal(Enumerable.Range(0, events).Select(i => (long)i), parts.SelectMany(part => part));
            Assert.All(parts.SkipLast(1), part => Assert.Equal(perPart, part.Length));
            Assert.Equal((events + perPart - 1) / perPart, parts.Count);
        }
    }

    [Fact]
    public void WorkersWait_WhereTheReceiverLags()
    {
        int made = 0, delivered = 0, most = 0;
        Run(
            4000, 64, 2,
            part =>
            {
                Thread.Sleep(1);
                most = Math.Max(most, Volatile.Read(ref made) - delivered);
                delivered += part.RowCount;
            },
            () => Interlocked.Increment(ref made));
        Assert.Equal(4000, delivered);

        // A part that is being put together, and what two workers may make ahead of it.
        Assert.InRange(most, 64, 64 + (2 * 8 * PartLine.EventsPerPiece) + (2 * PartLine.EventsPerPiece));
    }

    [Fact]
    public void FailingReceiver_StopsTheWork()
    {
        int made = 0;
        Assert.Throws<InvalidDataException>(() => Run(
            100_000, 16, 3, _ => throw new InvalidDataException("disk"), () => Interlocked.Increment(ref made)));
        Assert.InRange(made, 1, 3 * 9 * PartLine.EventsPerPiece);
    }

    private static void Run(int events, int perPart, int threads, Action<Table> deliver, Action? made = null)
    {
        IEnumerable<SampleItem> items = SampleItem.FromGenerator(
            number => new GeneratedEvent { Number = number, Particles = [] }, events);
        using PartLine<SampleItem> line = PartLine.OfEvents(items, perPart, threads, deliver);
        Workers.Run(threads, () => line.Work(piece =>
        {
            long[] numbers = [.. piece.Select(item => item.Generate().Number)];
            Array.ForEach(numbers, _ => made?.Invoke());
            return new([new LongColumn("event", "", "", numbers)]);
        }));
    }
}
