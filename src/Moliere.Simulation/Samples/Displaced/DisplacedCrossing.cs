namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// A crossing to simulate once, and the events of one sample that take place in it one after the other.
/// </summary>
/// <param name="Sample">What the events are.</param>
/// <param name="Number">Number of the crossing within the sample; its pile-up and noise follow from both.</param>
/// <param name="FirstEvent">Number of its first event within the sample.</param>
/// <param name="Count">How many there are.</param>
public sealed record DisplacedCrossing(DisplacedSample Sample, long Number, long FirstEvent, int Count)
{
    /// <summary>Deals the events of a sample to crossings; the last may have fewer.</summary>
    /// <param name="sample">Any.</param>
    /// <param name="events">Events of the sample.</param>
    /// <param name="eventsPerCrossing">Events of a crossing, at least 1.</param>
    public static IEnumerable<DisplacedCrossing> Of(DisplacedSample sample, long events, int eventsPerCrossing)
    {
        for (long first = 0; first < events; first += eventsPerCrossing)
        {
            int count = (int)Math.Min(eventsPerCrossing, events - first);
            yield return new(sample, first / eventsPerCrossing, first, count);
        }
    }
}
