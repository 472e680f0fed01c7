namespace Moliere.Data.Objects;

/// <summary>A charged particle as the tracker measures it, at its point closest to the beam axis.</summary>
/// <param name="Pt">Transverse momentum [GeV].</param>
/// <param name="Eta">Pseudorapidity.</param>
/// <param name="Phi">Azimuth of the momentum at the closest point, in [-pi, pi) [rad].</param>
/// <param name="Charge">1 or -1.</param>
/// <param name="D0">
/// Signed distance from the beam axis at the closest point [mm]: the point is D0 (-sin phi, cos phi).
/// </param>
/// <param name="Z0">Position of the closest point along the beam [mm].</param>
/// <param name="SigmaD0">What the tracker believes to be the error of D0 [mm].</param>
/// <param name="SigmaZ0">What the tracker believes to be the error of Z0 [mm].</param>
/// <param name="Vertex">Index of the primary vertex it is assigned to, or -1; 0 is that of the hard collision.</param>
/// <param name="Particle">
/// Index of the true particle in <see cref="GeneratedEvent.Particles"/>, or -1 when it comes from another collision.
/// </param>
public readonly record struct Track(
    double Pt, double Eta, double Phi, int Charge, double D0, double Z0, double SigmaD0, double SigmaZ0, int Vertex,
    int Particle);
