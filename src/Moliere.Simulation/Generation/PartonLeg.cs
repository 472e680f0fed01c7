namespace Moliere.Simulation.Generation;

/// <summary>A parton in collider coordinates, between its birth and its hadronisation.</summary>
/// <param name="Flavour">Particle number: 21 for a gluon, 1..3 for quarks, negative for antiquarks.</param>
/// <param name="Pt">Transverse momentum [GeV].</param>
/// <param name="Eta">Pseudorapidity.</param>
/// <param name="Phi">Azimuth [rad], not necessarily wrapped.</param>
/// <param name="ShowerAngle">Distance in eta-phi below which it still radiates (angular ordering).</param>
/// <param name="StringAngle">Distance in eta-phi at which its string starts: the angle of its birth.</param>
internal readonly record struct PartonLeg(
    int Flavour, double Pt, double Eta, double Phi, double ShowerAngle, double StringAngle)
{
    /// <summary>Whether this is a gluon, which ends two strings and radiates with the larger colour charge.</summary>
    public bool IsGluon => Flavour == 21;
}
