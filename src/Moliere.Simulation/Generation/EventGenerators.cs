using Moliere.Data.Objects;

namespace Moliere.Simulation.Generation;

/// <summary>The catalogue of generators: one call makes each process of <see cref="ProcessOptions"/>.</summary>
public static class EventGenerators
{
    /// <summary>
    /// A generator of events: called with an event number that is not negative, from any thread, it gives an event
    /// that depends on the options, the seed and the number only.
    /// </summary>
    /// <param name="options">Process and its ranges.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">Options that exclude each other, such as an empty range.</exception>
    public static Func<long, GeneratedEvent> Create(ProcessOptions options, ulong seed) => options.Process switch
    {
        Process.Dijets => new DijetGenerator(Dijets(options), seed).Generate,
        Process.MinimumBias => new MinimumBiasGenerator(seed).Generate,
        Process.Gun => new ParticleGun(options.Gun, seed).Generate,
        _ => throw new ArgumentException($"Process {options.Process} is not generated.", nameof(options)),
    };

    private static DijetOptions Dijets(ProcessOptions options) => new()
    {
        PtMin = options.PtMin,
        PtMax = options.PtMax,
        EtaMax = options.EtaMax,
        Spectrum = options.Spectrum == HardSpectrum.Flat ? DijetSpectrum.Flat : DijetSpectrum.Falling,
    };
}
