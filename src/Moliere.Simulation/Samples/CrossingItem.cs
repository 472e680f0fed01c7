namespace Moliere.Simulation.Samples;

/// <summary>A crossing to simulate once, and the hard collisions that take place in it one after the other.</summary>
/// <param name="Number">Number of the crossing, which its pile-up and noise follow from.</param>
/// <param name="Events">The hard collisions.</param>
public sealed record CrossingItem(long Number, IReadOnlyList<SampleItem> Events)
{
    /// <summary>Deals events to crossings in their order; the last crossing may have fewer.</summary>
    /// <param name="events">The events from that crossing's first on; read as they are asked for.</param>
    /// <param name="eventsPerCrossing">Events of a crossing, at least 1.</param>
    /// <param name="first">Number of the first crossing.</param>
    public static IEnumerable<CrossingItem> Of(
        IEnumerable<SampleItem> events, int eventsPerCrossing, long first = 0)
    {
        long number = first;
        foreach (SampleItem[] some in events.Chunk(eventsPerCrossing))
        {
            yield return new(number++, some);
        }
    }
}
