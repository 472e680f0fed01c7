using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples;

/// <summary>One event to simulate: how to get it, and which repetition of it this is.</summary>
/// <param name="Generate">Makes or returns the generated event; called once, on any thread.</param>
/// <param name="Pass">Repetition number; each has its own azimuth, pile-up and noise.</param>
public readonly record struct SampleItem(Func<GeneratedEvent> Generate, int Pass)
{
    /// <summary>Events of a generator, made in parallel.</summary>
    /// <param name="generate">Makes the event of a number; safe to call from several threads.</param>
    /// <param name="count">Number of events.</param>
    public static IEnumerable<SampleItem> FromGenerator(Func<long, GeneratedEvent> generate, long count) =>
        FromGenerator(generate, 0, count);

    /// <summary>Some events of a generator, made in parallel.</summary>
    /// <param name="generate">Makes the event of a number; safe to call from several threads.</param>
    /// <param name="first">Number of the first event.</param>
    /// <param name="count">Number of events.</param>
    public static IEnumerable<SampleItem> FromGenerator(
        Func<long, GeneratedEvent> generate, long first, long count)
    {
        for (long number = first; number < first + count; number++)
        {
            long n = number;
            yield return new(() => generate(n), 0);
        }
    }

    /// <summary>Events of a file, read once and simulated a number of times each.</summary>
    /// <param name="events">What makes or returns each event, read as they are asked for.</param>
    /// <param name="passes">Repetitions of each event, at least 1.</param>
    /// <param name="first">Items to leave out at the beginning.</param>
    public static IEnumerable<SampleItem> FromFile(
        IEnumerable<Func<GeneratedEvent>> events, int passes, long first = 0)
    {
        long item = 0;
        foreach (Func<GeneratedEvent> generate in events)
        {
            for (int pass = 0; pass < passes; pass++)
            {
                if (item++ >= first)
                {
                    yield return new(generate, pass);
                }
            }
        }
    }
}
