using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Where a string ends for the time being: a break on its world sheet, or the parton at its end.</summary>
/// <param name="Flavour">Quark or diquark that waits there for a partner.</param>
/// <param name="A">Region: number of the parton whose vector is being used up.</param>
/// <param name="X">What is left of that vector, in [0, 1].</param>
/// <param name="B">Region: number of the parton whose vector comes from the far end.</param>
/// <param name="Y">What is used of that vector, in [0, 1].</param>
/// <param name="Gamma">Proper time squared of the break times the squared tension [GeV²]; 0 at a parton.</param>
/// <param name="Kick">Transverse momentum of the waiting quark as a four-vector [GeV].</param>
/// <param name="KickX">Its component along the first transverse axis of its region [GeV].</param>
/// <param name="KickY">Its component along the second [GeV].</param>
internal readonly record struct StringBreak(
    int Flavour, int A, double X, int B, double Y, double Gamma, FourVector Kick, double KickX, double KickY);
