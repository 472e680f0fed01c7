using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Where a charged particle enters the calorimeter: a helix inside the tracker, then a straight line to the entrance.
/// </summary>
/// <source>
/// Circle geometry: radius R = pT/(0.3 B), chord angle asin(r/2R); physics notes 5.4 for field and radius.
/// </source>
internal sealed class TrackBending(DetectorOptions options)
{
    private const double EntranceRadius = 1500; // front of the electromagnetic barrel [mm], physics notes table 5.1
    private const double RadiusPerPt = 1000 / 0.299792458; // mm tesla per GeV, from the speed of light

    /// <summary>Smallest transverse momentum that leaves the tracker [GeV].</summary>
    public double LowestPt => options.FieldTesla * options.TrackerRadius / (2 * RadiusPerPt);

    /// <summary>
    /// Direction from the origin to the point where the particle enters, or false when it curls up.
    /// </summary>
    /// <param name="momentum">At the origin.</param>
    /// <param name="charge">In units of the proton's.</param>
    /// <param name="eta">Pseudorapidity of the entrance point.</param>
    /// <param name="phi">Azimuth of the entrance point [rad]; not wrapped.</param>
    public bool TryReach(in FourVector momentum, int charge, out double eta, out double phi)
    {
        (eta, phi) = (momentum.Eta, momentum.Phi);
        if (charge == 0 || options.FieldTesla == 0)
        {
            return true;
        }

        double pt = momentum.Pt, tracker = options.TrackerRadius;
        double radius = pt * RadiusPerPt / (Math.Abs(charge) * options.FieldTesla);
        if (2 * radius <= tracker)
        {
            return false;
        }

        double chord = Math.Asin(tracker / (2 * radius)), impact = tracker * tracker / (2 * radius);
        double straight = Math.Sqrt((EntranceRadius * EntranceRadius) - (impact * impact))
            - (tracker * Math.Cos(chord));
        double turn = (2 * chord) - Math.Asin(impact / EntranceRadius);
        phi -= Math.Sign(charge) * turn;
        eta = Math.Asinh(momentum.Pz / pt * ((2 * radius * chord) + straight) / EntranceRadius);
        return true;
    }
}
