using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>One line of a hard process, before any radiation.</summary>
/// <source>Boos et al., hep-ph/0109068 (Les Houches accord), section 3.</source>
/// <param name="PdgId">Particle number of the Monte Carlo numbering scheme.</param>
/// <param name="Role">Incoming, decaying or outgoing.</param>
/// <param name="Momentum">Four-momentum [GeV].</param>
/// <param name="Mass">Mass of this very particle [GeV]; that of a resonance varies.</param>
/// <param name="Colour">Tag of its colour, 0 for none.</param>
/// <param name="Anticolour">Tag of its anticolour, 0 for none.</param>
/// <param name="Mother">Index of the resonance it comes from, or -1 for a product of the collision itself.</param>
/// <param name="Length">Proper decay length of this very particle [mm], 0 for an immediate decay.</param>
/// <param name="Polarisation">Mean helicity from -1 to 1 of a fermion in the frame of its pair; 0 for unknown.</param>
public readonly record struct HardParticle(
    int PdgId, HardRole Role, FourVector Momentum, double Mass, int Colour = 0, int Anticolour = 0,
    int Mother = -1, double Length = 0, double Polarisation = 0);
