using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>A generator particle that reaches the detector.</summary>
/// <param name="PdgId">Particle number of the Monte Carlo numbering scheme.</param>
/// <param name="Momentum">Four-momentum where it was made [GeV].</param>
/// <param name="Production">Where and when it was made; the nominal collision where the source does not say.</param>
/// <param name="Mother">
/// Index into <see cref="GeneratedEvent.History"/> of the entry it descends from, or -1 where the source does not say.
/// </param>
public readonly record struct Particle(
    int PdgId, FourVector Momentum, Vertex Production = default, int Mother = -1);
