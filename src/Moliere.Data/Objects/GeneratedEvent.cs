namespace Moliere.Data.Objects;

/// <summary>One collision as a generator gives it: stable particles and, where known, the hard partons.</summary>
public sealed record GeneratedEvent
{
    /// <summary>Number of the event, unique in its source; splits into samples hash it.</summary>
    public required long Number { get; init; }

    /// <summary>Event weight; may be negative. 1 for an unweighted source.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Particles that reach the detector (final state), in the order of the source.</summary>
    public required IReadOnlyList<Particle> Particles { get; init; }

    /// <summary>Outgoing partons of the hard process; empty where the source does not say.</summary>
    public IReadOnlyList<Particle> HardPartons { get; init; } = [];

    /// <summary>
    /// What the stable particles come from: hard partons and resonances, heavy quarks, decayed hadrons and leptons with
    /// their vertices; mothers before daughters. Empty where the source does not say.
    /// </summary>
    public IReadOnlyList<TruthParticle> History { get; init; } = [];
}
