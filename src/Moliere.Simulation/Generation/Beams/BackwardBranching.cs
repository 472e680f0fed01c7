namespace Moliere.Simulation.Generation.Beams;

/// <summary>A branching in which an incoming parton was born.</summary>
/// <param name="Scale2">Evolution variable (1 - z) Q² - z m² of the sister [GeV²]; 0 when there is none.</param>
/// <param name="Z">Share of the mother's momentum that the incoming parton has.</param>
/// <param name="Mother">Particle number of the mother.</param>
/// <param name="Sister">Particle number of the other product, which goes out.</param>
/// <param name="SisterMass">Its mass [GeV].</param>
internal readonly record struct BackwardBranching(
    double Scale2, double Z, int Mother, int Sister, double SisterMass);
