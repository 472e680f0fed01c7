using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>A parton on its way out of a proton.</summary>
/// <param name="PdgId">Quark, antiquark or gluon.</param>
/// <param name="X">Fraction of the proton's momentum in (0, 1).</param>
/// <param name="Colour">Tag of the colour that it brings in, 0 for none.</param>
/// <param name="Anticolour">Tag of the anticolour that it brings in, 0 for none.</param>
/// <param name="Direction">1 for the beam along +z, -1 for the other.</param>
/// <param name="IsFromAntiproton">Whether the beam is of antiprotons.</param>
internal readonly record struct IncomingParton(
    int PdgId, double X, int Colour, int Anticolour, int Direction, bool IsFromAntiproton = false)
{
    /// <summary>Four-momentum along the beam [GeV].</summary>
    /// <param name="beamEnergy">Energy of the proton [GeV].</param>
    public FourVector Momentum(double beamEnergy) =>
        new(0, 0, Direction * X * beamEnergy, X * beamEnergy);

    /// <summary>Itself, or for a beam of antiprotons its antiparticle, which a proton would give.</summary>
    public IncomingParton OfProton() => IsFromAntiproton
        ? new(PdgId == Data.PdgId.Gluon ? PdgId : -PdgId, X, Anticolour, Colour, Direction)
        : this;

    /// <summary>
    /// The parton as final-state radiation sees it: an antiparticle on its way out that takes recoil and does not
    /// radiate. The energy it loses is energy that the proton has to give.
    /// </summary>
    /// <param name="beamEnergy">Energy of the proton [GeV].</param>
    public Parton Crossed(double beamEnergy) => new(
        PdgId == Data.PdgId.Gluon ? PdgId : -PdgId, Momentum(beamEnergy), 0, Anticolour, Colour, 0);
}
