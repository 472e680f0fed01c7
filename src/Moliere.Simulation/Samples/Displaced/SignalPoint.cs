namespace Moliere.Simulation.Samples.Displaced;

/// <summary>Masses and lifetime of a signal.</summary>
/// <param name="ResonanceMass">Mass of the resonance [GeV].</param>
/// <param name="ScalarMass">Mass of a long-lived scalar [GeV], below half of the resonance.</param>
/// <param name="Length">Mean proper decay length c tau [mm], positive.</param>
public sealed record SignalPoint(double ResonanceMass, double ScalarMass, double Length);
