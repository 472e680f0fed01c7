using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Showers;

/// <summary>
/// Momenta after a branching: in the rest frame of the dipole the radiator takes its virtual mass, the recoiler keeps
/// its shell and direction, and the radiator decays at the angle that z stands for.
/// </summary>
/// <source>Sjostrand and Skands, hep-ph/0408302, section 2.2; here with the masses in the decay angle.</source>
internal static class DipoleKinematics
{
    /// <summary>Momenta of both products and of the recoiler [GeV]; they add up to the dipole's.</summary>
    /// <param name="radiator">Parton that branches.</param>
    /// <param name="recoiler">Parton that takes the recoil.</param>
    /// <param name="branching">What happens.</param>
    /// <param name="mass">Mass of the first product [GeV], with the share z.</param>
    /// <param name="otherMass">Mass of the second product [GeV].</param>
    /// <param name="phi">Azimuth of the first product about the dipole [rad].</param>
    public static (FourVector First, FourVector Second, FourVector Recoiler) Branch(
        in Parton radiator, in Parton recoiler, in Branching branching, double mass, double otherMass, double phi)
    {
        var frame = new RestFrame(radiator.Momentum + recoiler.Momentum);
        var axes = new Triad(frame.Enter(radiator.Momentum));
        double virtual2 = (radiator.Mass * radiator.Mass) + branching.Virtuality, virtualMass = Math.Sqrt(virtual2);
        double p = Minkowski.TwoBodyMomentum(frame.Mass, virtualMass, recoiler.Mass);
        double energy = Math.Sqrt((p * p) + virtual2), q = Minkowski.TwoBodyMomentum(virtualMass, mass, otherMass);
        double cos = Math.Clamp(((2 * branching.Z) - 1) * energy / p, -1, 1), sin = Math.Sqrt(1 - (cos * cos));

        // Boost the decay of the virtual parton along its direction, by hand: only the component along changes.
        double along = q * cos, rest = Math.Sqrt((q * q) + (mass * mass)), across = q * sin;
        double firstAlong = ((energy * along) + (p * rest)) / virtualMass, secondAlong = p - firstAlong;
        (double sinPhi, double cosPhi) = Math.SinCos(phi);
        double x = across * cosPhi, y = across * sinPhi;
        return (
            Leave(frame, axes.Place(x, y, firstAlong, 0), mass),
            Leave(frame, axes.Place(-x, -y, secondAlong, 0), otherMass),
            Leave(frame, axes.Place(0, 0, -p, 0), recoiler.Mass));
    }

    private static FourVector Leave(in RestFrame frame, in FourVector v, double mass) =>
        Minkowski.OnShell(frame.Leave(Minkowski.OnShell(v, mass)), mass);
}
