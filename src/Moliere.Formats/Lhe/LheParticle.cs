using Moliere.Data.Kinematics;

namespace Moliere.Formats.Lhe;

/// <summary>One line of a hard event.</summary>
/// <param name="PdgId">Particle number.</param>
/// <param name="Status">-1 incoming, 1 outgoing, 2 a resonance that decayed, others as the accord defines.</param>
/// <param name="FirstMother">Index of the mother in the event, or -1; of several, the first.</param>
/// <param name="LastMother">Index of the last of several mothers; else as the first, or -1.</param>
/// <param name="Colour">Tag of its colour line, 0 for none.</param>
/// <param name="Anticolour">Tag of its anticolour line, 0 for none.</param>
/// <param name="Momentum">Four-momentum [GeV].</param>
/// <param name="Mass">Mass as the generator used it [GeV].</param>
/// <param name="Lifetime">Proper length c tau that this particle lives [mm].</param>
/// <param name="Spin">Cosine of the angle between spin and momentum of its mother; 9 where unknown.</param>
/// <source>Boos et al., hep-ph/0109068, section 3: IDUP, ISTUP, MOTHUP, ICOLUP, PUP, VTIMUP, SPINUP.</source>
public readonly record struct LheParticle(
    int PdgId, int Status, int FirstMother, int LastMother, int Colour, int Anticolour, FourVector Momentum,
    double Mass, double Lifetime, double Spin);
