using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>Turns a whole generated event about the beam, so that a repeated event meets other cells.</summary>
internal static class TurnedEvent
{
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
