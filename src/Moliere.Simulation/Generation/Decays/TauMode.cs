namespace Moliere.Simulation.Generation.Decays;

/// <summary>One decay of the negative tau.</summary>
/// <param name="Fraction">Branching fraction; all modes add up to one.</param>
/// <param name="Current">What the momenta follow.</param>
/// <param name="Bound">Largest weight without polarisation, found on 300 000 decays, plus a tenth or more.</param>
/// <param name="Products">Particle numbers without the tau neutrino; leptons: antineutrino, lepton.</param>
internal sealed record TauMode(double Fraction, TauCurrent Current, double Bound, params int[] Products);
