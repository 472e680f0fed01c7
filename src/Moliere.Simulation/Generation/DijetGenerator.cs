using Moliere.Data.Objects;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Simulation.Generation;

/// <summary>
/// QCD dijet events: two hard partons, radiation before and after, string fragmentation, decays, an underlying event.
/// Thread-safe; an event depends on the seed and its number only.
/// </summary>
/// <source>See <see cref="HardEventShower"/> and Combridge, Kripfganz, Ranft, Phys. Lett. B 70 (1977) 234.</source>
public sealed class DijetGenerator
{
    private readonly HardProcessGenerator _generator;

    /// <summary>Prepares a sample.</summary>
    /// <param name="options">Range, spectrum and activity.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">The range of transverse momenta is empty or reaches √s/2.</exception>
    public DijetGenerator(DijetOptions options, ulong seed)
    {
        if (!(options.PtMin > 0 && options.PtMax > options.PtMin && options.PtMax < 6500))
        {
            throw new ArgumentException(
                $"Dijet range PtMin = {options.PtMin} to PtMax = {options.PtMax} GeV;"
                + " expected 0 < PtMin < PtMax < 6500 GeV.",
                nameof(options));
        }

        _generator = new HardProcessGenerator(
            new ProcessOptions
            {
                PtMin = options.PtMin,
                PtMax = options.PtMax,
                EtaMax = options.EtaMax,
                Spectrum = options.Spectrum == DijetSpectrum.Flat ? HardSpectrum.Flat : HardSpectrum.Falling,
                UnderlyingActivity = options.UnderlyingActivity,
                InitialRadiation = options.HasInitialRadiation,
                VertexSpread = 0,
                TimeSpread = 0,
            },
            seed);
    }

    /// <summary>One event; the same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number) => _generator.Generate(number);
}
