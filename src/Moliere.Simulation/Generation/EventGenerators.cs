using Moliere.Data.Objects;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Simulation.Generation;

/// <summary>The catalogue of generators: one call makes each process of <see cref="ProcessOptions"/>.</summary>
/// <source>Named by each generator; physics notes, section 5.</source>
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
        Process.MinimumBias => new MinimumBiasGenerator(seed).Generate,
        Process.Gun => new ParticleGun(options.Gun, seed).Generate,
        Process.ElectronPositron => new ElectronPositronGenerator(options.LeptonEnergy, seed).Generate,
        _ => new HardProcessGenerator(options, seed).Generate,
    };
}
