using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Detector.PunchThrough;

/// <summary>
/// Segments of the muon spectrometer that do not come through the calorimeter: those of a beam-induced muon in the
/// wheels of both end-caps, and what the neutrons of the cavern leave anywhere.
/// </summary>
/// <source>ATLAS, JINST 3 (2008) S08003, section 6.1: wheels at |z| of 7.4, 10.8, 14 and 21.5 m.</source>
internal static class BeamMuonSegments
{
    private const double Efficiency = 0.8; // tuned on the 6.7 segments of a jet in physics notes on tagging, section 9
    private const double AngularSpread = 0.01; // rad; muons of the beam line are parallel to it, toroids turn some
    private const double EarliestTime = 75; // ns: three crossings; no segment is fitted with a time beyond
    private const double EtaMax = 2.7; // JINST 3 (2008) S08003, section 6

    private static readonly double[] s_wheels = [7400, 10_800, 14_000, 21_500]; // ibid., |z| [mm]

    /// <summary>Adds the segments of a muon.</summary>
    /// <param name="muon">Parallel to the beam.</param>
    /// <param name="found">Receives them.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(in BeamMuon muon, List<MuonSegment> found, ref Rng rng)
    {
        for (int wheel = 0; wheel < 2 * s_wheels.Length; wheel++)
        {
            double z = (wheel % 2 == 0 ? 1 : -1) * s_wheels[wheel / 2];
            bool isSeen = rng.NextDouble() < Efficiency;
            double slope = AngularSpread * rng.NextGaussian(), turn = AngularSpread * rng.NextGaussian();
            double quality = MuonSegment.Quality(ref rng), late = MuonSegment.TimeSpread * rng.NextGaussian();
            if (isSeen)
            {
                // A direction at angle theta to the beam has |eta| = -ln tan(theta/2).
                double theta = Math.Sqrt((slope * slope) + (turn * turn));
                found.Add(new(
                    Math.Asinh(z / muon.Radius), EtaPhi.WrapPhi(muon.Phi),
                    -muon.Direction * Math.Log(Math.Tan(theta / 2)), Math.Atan2(turn, slope), quality,
                    Math.Max(-EarliestTime, muon.DelayAt(z) + late)));
            }
        }
    }

    /// <summary>Adds background of the cavern: segments anywhere, at any time of the crossing.</summary>
    /// <param name="mean">Their mean number.</param>
    /// <param name="found">Receives them.</param>
    /// <param name="rng">Stream.</param>
    public static void AddCavern(double mean, List<MuonSegment> found, ref Rng rng)
    {
        for (int left = Distributions.Poisson(mean, ref rng); left > 0; left--)
        {
            double eta = Distributions.Uniform(-EtaMax, EtaMax, ref rng);
            double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng);
            double turn = 0.3 * rng.NextGaussian(), twist = 0.3 * rng.NextGaussian(); // surrogate: hardly a direction
            found.Add(new(
                eta, phi, eta + turn, EtaPhi.WrapPhi(phi + twist), MuonSegment.Quality(ref rng),
                Distributions.Uniform(-12.5, 12.5, ref rng))); // half a crossing
        }
    }
}
