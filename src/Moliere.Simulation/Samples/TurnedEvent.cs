using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Samples;

/// <summary>Turns a whole generated event about the beam, so that a repeated event meets other cells.</summary>
internal static class TurnedEvent
{
    /// <summary>The event itself at the first pass, turned by an angle of its own at every other.</summary>
    /// <param name="generated">Any event; it stays as it is.</param>
    /// <param name="pass">Repetition of it, from 0.</param>
    /// <param name="seed">Seed of the run.</param>
    public static GeneratedEvent OfPass(GeneratedEvent generated, int pass, ulong seed)
    {
        if (pass == 0)
        {
            return generated;
        }

        Rng rng = new Rng(seed, "turn about the beam", (ulong)generated.Number).Split((ulong)pass);
        return By(generated, Distributions.Uniform(-Math.PI, Math.PI, ref rng));
    }

    /// <summary>The event with all momenta and places turned.</summary>
    /// <param name="generated">Any event; it stays as it is.</param>
    /// <param name="angle">Added to every azimuth [rad].</param>
    public static GeneratedEvent By(GeneratedEvent generated, double angle) => generated with
    {
        Particles = [.. generated.Particles.Select(particle => Turn(particle, angle))],
        HardPartons = [.. generated.HardPartons.Select(parton => Turn(parton, angle))],
        History = [.. generated.History.Select(entry => entry with
        {
            Momentum = entry.Momentum.RotatedBy(angle),
            Production = entry.Production.RotatedBy(angle),
            Decay = entry.Decay.RotatedBy(angle),
        })],
    };

    private static Particle Turn(Particle particle, double angle) => particle with
    {
        Momentum = particle.Momentum.RotatedBy(angle),
        Production = particle.Production.RotatedBy(angle),
    };
}
