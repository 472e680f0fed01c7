using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>
/// Events for samples of large-radius jets: some in a row have a boson that decays to quarks and give a jet each, those
/// that follow are dijet events and give two.
/// </summary>
/// <source>
/// Physics notes of tagging, section 7a: the W against QCD jets; generators named by
/// <see cref="EventGenerators"/>.
/// </source>
public static class BoostedEvents
{
    /// <summary>Makes the event of a number, from any thread; depends on the arguments and the number only.</summary>
    /// <param name="bosons">The process of the boson; dijets have the same ranges.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="bosonEvents">Events with a boson of each cycle; with two of three both classes are alike.</param>
    /// <param name="cycle">Events after which it begins again.</param>
    /// <exception cref="ArgumentException">The ranges are empty.</exception>
    public static Func<long, GeneratedEvent> Create(
        ProcessOptions bosons, ulong seed, int bosonEvents = 2, int cycle = 3)
    {
        Func<long, GeneratedEvent> boson = EventGenerators.Create(bosons, seed);
        Func<long, GeneratedEvent> dijet = EventGenerators.Create(bosons with { Process = Process.Dijets }, seed);
        return number => number % cycle < bosonEvents ? boson(number) : dijet(number);
    }
}
