using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>
/// Events for samples of large-radius jets: of three in a row two have a boson that decays to quarks and give a jet each,
/// the third is a dijet event and gives two.
/// </summary>
/// <source>
/// Physics notes of tagging, section 7a: the W against QCD jets; generators named by
/// <see cref="EventGenerators"/>.
/// </source>
public static class BoostedEvents
{
    private const int Cycle = 3;

    /// <summary>Makes the event of a number, from any thread; depends on options, seed and number only.</summary>
    /// <param name="bosons">The process of the boson; dijets have the same ranges.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">The ranges are empty.</exception>
    public static Func<long, GeneratedEvent> Create(ProcessOptions bosons, ulong seed)
    {
        Func<long, GeneratedEvent> boson = EventGenerators.Create(bosons, seed);
        Func<long, GeneratedEvent> dijet = EventGenerators.Create(bosons with { Process = Process.Dijets }, seed);
        return number => number % Cycle < Cycle - 1 ? boson(number) : dijet(number);
    }
}
