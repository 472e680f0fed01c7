using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Events of one of the hard processes of this house. Thread-safe; an event depends on options, seed and number only.
/// </summary>
internal sealed class HardProcessGenerator
{
    private readonly HardSampler _sampler;
    private readonly HardEventShower _shower;
    private readonly ulong _seed;

    /// <summary>Tabulates the process.</summary>
    /// <param name="options">Process and ranges.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">
    /// The ranges are empty or out of reach, or colour would be left over without the rests of the protons.
    /// </exception>
    public HardProcessGenerator(ProcessOptions options, ulong seed)
    {
        if (!options.BeamRemnants && (options.Process != Process.DiTau || options.InitialRadiation))
        {
            throw new ArgumentException(
                $"{nameof(options.BeamRemnants)} is off for process {options.Process} with "
                + $"{nameof(options.InitialRadiation)} = {options.InitialRadiation}; expected {Process.DiTau} without "
                + "radiation, as everything else hangs together with the rests of the protons.", nameof(options));
        }

        _sampler = HardProcesses.Create(options);
        _shower = new HardEventShower(options, seed);
        _seed = seed;
    }

    /// <summary>One event; the same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var rng = new Rng(_seed, "hard process", (ulong)number);
        return _shower.Complete(_sampler.Draw(ref rng), number);
    }
}
