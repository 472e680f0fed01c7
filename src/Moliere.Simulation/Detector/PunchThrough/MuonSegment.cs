using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector.PunchThrough;

/// <summary>A short track in one station of the muon spectrometer.</summary>
/// <param name="Eta">Pseudorapidity of its position as seen from the nominal collision.</param>
/// <param name="Phi">Azimuth of its position, in [-pi, pi) [rad].</param>
/// <param name="DirectionEta">Pseudorapidity of its direction.</param>
/// <param name="DirectionPhi">Azimuth of its direction, in [-pi, pi) [rad].</param>
/// <param name="ChiSquared">Chi squared per degree of freedom of its fit.</param>
/// <param name="Time">How much later than light from the nominal collision [ns].</param>
/// <source>
/// ATLAS, JINST 3 (2008) S08003, section 6: six to eight layers of tubes in a chamber, so about four degrees of
/// freedom. Spreads of direction and time are surrogates: toroids turn tracks, secondaries of a shower scatter.
/// </source>
internal readonly record struct MuonSegment(
    double Eta, double Phi, double DirectionEta, double DirectionPhi, double ChiSquared, double Time)
{
    /// <summary>Resolution of the time that a segment is fitted with [ns]; surrogate.</summary>
    public const double TimeSpread = 2;

    private const double FreeDegrees = 4; // six layers of tubes less two parameters, JINST 3 (2008) S08003
    private const double TrackSpread = 0.03, TrackBend = 0.3; // surrogate: scattering; toroid, per 1/GeV
    private const double RestSpread = 0.15, RestDisplacement = 0.1; // surrogate: secondaries behind a shower

    /// <summary>A segment behind what left the calorimeter.</summary>
    /// <param name="leak">What left.</param>
    /// <param name="rng">Stream.</param>
    public static MuonSegment Behind(in Leak leak, ref Rng rng)
    {
        double place = leak.IsTrack ? 0.1 * TrackSpread : RestDisplacement;
        double eta = leak.Eta + (place * rng.NextGaussian()), phi = leak.Phi + (place * rng.NextGaussian());
        double spread = leak.IsTrack ? TrackSpread : RestSpread, bend = leak.IsTrack ? TrackBend / leak.Energy : 0;
        double turn = Math.Sqrt((spread * spread) + (bend * bend)) * rng.NextGaussian();
        return new(
            eta, EtaPhi.WrapPhi(phi), eta + turn, EtaPhi.WrapPhi(phi + (spread * rng.NextGaussian())), Quality(ref rng),
            leak.Delay + (TimeSpread * rng.NextGaussian()));
    }

    /// <summary>Chi squared per degree of freedom of a good segment.</summary>
    /// <param name="rng">Stream.</param>
    public static double Quality(ref Rng rng) => Distributions.Gamma(FreeDegrees / 2, ref rng) / (FreeDegrees / 2);
}
