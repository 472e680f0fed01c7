namespace Moliere.Validation.Plots.Events;

/// <summary>A charged particle as it leaves the collision.</summary>
/// <param name="Pt">Transverse momentum, above 0 [GeV].</param>
/// <param name="Eta">Pseudorapidity.</param>
/// <param name="Phi">Azimuth at the collision [rad].</param>
/// <param name="Charge">Charge in units of the positron's; its sign decides the bend.</param>
public readonly record struct PictureTrack(double Pt, double Eta, double Phi, int Charge);
