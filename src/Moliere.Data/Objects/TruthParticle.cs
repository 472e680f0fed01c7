using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>
/// An entry of the history of a generated event: a particle that decayed or a parton that became hadrons before
/// anything reached the detector.
/// </summary>
/// <param name="PdgId">Particle number of the Monte Carlo numbering scheme.</param>
/// <param name="Momentum">Four-momentum at its decay, after its own radiation [GeV].</param>
/// <param name="Production">Where and when it was made.</param>
/// <param name="Decay">Where and when it ended.</param>
/// <param name="Mother">Index into the same history, before its own, or -1 for a particle of the collision.</param>
public readonly record struct TruthParticle(
    int PdgId, FourVector Momentum, Vertex Production = default, Vertex Decay = default, int Mother = -1);
