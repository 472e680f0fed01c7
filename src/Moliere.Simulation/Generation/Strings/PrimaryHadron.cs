using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>A hadron as a string makes it, before it decays.</summary>
/// <param name="PdgId">Particle number.</param>
/// <param name="Momentum">Four-momentum [GeV].</param>
/// <param name="Mass">Mass that the momentum is on the shell of [GeV].</param>
/// <param name="Mother">Index into the history of the event of the parton at the string's end, or -1.</param>
internal readonly record struct PrimaryHadron(int PdgId, FourVector Momentum, double Mass, int Mother);
