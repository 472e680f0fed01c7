using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>A generator particle.</summary>
/// <param name="PdgId">Particle number of the Monte Carlo numbering scheme.</param>
/// <param name="Momentum">Four-momentum at the origin [GeV].</param>
public readonly record struct Particle(int PdgId, FourVector Momentum);
