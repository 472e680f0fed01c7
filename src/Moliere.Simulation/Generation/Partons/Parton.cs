using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Partons;

/// <summary>
/// A particle between the hard process and hadronisation, with its colour lines. Two partons that carry the same tag,
/// one as colour and one as anticolour, span a dipole and in the end a string. A colourless particle has no tags.
/// </summary>
/// <source>Boos et al., hep-ph/0109068 (Les Houches accord): colour flow by tags.</source>
/// <param name="PdgId">Particle number: 1 to 6 for quarks, negative for antiquarks, 21 for a gluon.</param>
/// <param name="Momentum">Four-momentum [GeV], on the shell of <paramref name="Mass"/>.</param>
/// <param name="Mass">Mass that its momentum is on the shell of [GeV].</param>
/// <param name="Colour">Tag of its colour, 0 for none.</param>
/// <param name="Anticolour">Tag of its anticolour, 0 for none.</param>
/// <param name="Scale">Transverse momentum at which its final-state radiation may begin [GeV].</param>
/// <param name="Mother">Index into the history of the event, or -1.</param>
/// <param name="Polarisation">Mean helicity from -1 to 1 of a lepton; 0 for unknown.</param>
internal readonly record struct Parton(
    int PdgId, FourVector Momentum, double Mass, int Colour, int Anticolour, double Scale, int Mother = -1,
    double Polarisation = 0)
{
    /// <summary>Whether this is a gluon.</summary>
    public bool IsGluon => PdgId == Data.PdgId.Gluon;

    /// <summary>Whether it has a colour line.</summary>
    public bool IsColoured => Colour != 0 || Anticolour != 0;
}
