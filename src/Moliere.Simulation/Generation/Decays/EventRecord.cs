using Moliere.Data.Objects;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>An event while it is being generated: what reaches the detector, and what it came from.</summary>
/// <param name="particles">Receives the stable particles; others may already be in it.</param>
internal sealed class EventRecord(List<Particle> particles)
{
    /// <summary>An empty event.</summary>
    public EventRecord()
        : this([])
    {
    }

    /// <summary>Particles that reach the detector.</summary>
    public List<Particle> Particles { get; } = particles;

    /// <summary>Decayed particles and partons, mothers before daughters.</summary>
    public List<TruthParticle> History { get; } = [];

    /// <summary>Which modes its taus may take.</summary>
    public TauDecay TauDecay { get; init; }

    /// <summary>Adds an entry to the history.</summary>
    /// <param name="entry">Its mother must be in the history already, or -1.</param>
    /// <returns>Index of the entry, for <see cref="Particle.Mother"/> of its descendants.</returns>
    public int AddHistory(in TruthParticle entry)
    {
        History.Add(entry);
        return History.Count - 1;
    }

    /// <summary>Forgets everything, keeping the memory for the next event.</summary>
    public void Clear()
    {
        Particles.Clear();
        History.Clear();
    }
}
