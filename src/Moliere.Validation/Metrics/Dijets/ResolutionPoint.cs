namespace Moliere.Validation.Metrics.Dijets;

/// <summary>A measured resolution.</summary>
/// <param name="Pt">Mean transverse momentum of the jets [GeV].</param>
/// <param name="Resolution">sigma(pT) / pT.</param>
/// <param name="Error">Its standard error, positive.</param>
public readonly record struct ResolutionPoint(double Pt, double Resolution, double Error);
