using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>
/// Events for samples of large-radius jets: of three in a row two have a W boson that decays to quarks and give a jet
/// each, the third is a dijet event and gives two. Hard transverse momenta are flat in the logarithm.
/// </summary>
/// <source>
/// Physics notes of tagging, section 7a: the W against QCD jets; generators named by
/// <see cref="EventGenerators"/>.
/// </source>
public static class BoostedEvents
{
    private const int Cycle = 3;

    // Of the cuts on jets: radiation and resolution move jets over them.
    private const double Below = 0.85, Above = 1.15;

    /// <summary>Makes the event of a number, from any thread; depends on options, seed and number only.</summary>
    /// <param name="options">Ranges of the jets.</param>
    /// <param name="seed">Seed of the run.</param>
    public static Func<long, GeneratedEvent> Create(BoostedSampleOptions options, ulong seed)
    {
        ProcessOptions ranges = new()
        {
            PtMin = Below * options.PtMin,
            PtMax = Above * options.PtMax,
            EtaMax = options.EtaMax,
        };
        Func<long, GeneratedEvent> bosons = EventGenerators.Create(ranges with { Process = Process.W }, seed);
        Func<long, GeneratedEvent> dijets = EventGenerators.Create(ranges with { Process = Process.Dijets }, seed);
        return number => number % Cycle < Cycle - 1 ? bosons(number) : dijets(number);
    }
}
