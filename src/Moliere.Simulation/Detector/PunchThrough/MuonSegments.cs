using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector.PunchThrough;

/// <summary>
/// Short tracks in the muon spectrometer behind each jet. Every charged particle that leaves the calorimeter gives
/// segments in three stations; the rest of a hadronic shower gives a Poisson number in proportion to its energy. A
/// segment belongs to the nearest jet within the radius.
/// </summary>
/// <source>
/// ATLAS, arXiv:2007.02645, global sequential calibration: punch-through jets have at least 20 segments; muon
/// stations and their acceptance: JINST 3 (2008) S08003, section 6.
/// </source>
/// <param name="radius">Largest distance of a segment from the axis of its jet in eta and phi.</param>
/// <param name="seed">Seed of the run.</param>
internal sealed class MuonSegments(double radius, ulong seed)
{
    private const int Stations = 3; // inner, middle, outer; JINST 3 (2008) S08003, section 6
    private const double StationEfficiency = 0.9; // share of the solid angle with chambers, ibid.
    private const double EtaMax = 2.7; // ibid.
    private const double LeastKinetic = 3; // GeV, reaches the middle station through the toroids, ibid.

    // Per GeV of true energy behind the calorimeter. Tuned on simulated dijets: one jet of a hundred between 1.5 and
    // 2.5 TeV in |eta| < 0.8 has 20 segments, the order of magnitude of punch-through jets in arXiv:2007.02645.
    private const double PerEnergy = 0.35;

    /// <summary>Number of segments behind each jet.</summary>
    /// <param name="leaks">What left the calorimeter.</param>
    /// <param name="axes">Pseudorapidity, as seen from the nominal collision, and azimuth of the jets.</param>
    /// <param name="source">Number of the event.</param>
    /// <param name="pass">Repetition of the event.</param>
    public int[] Count(
        IReadOnlyList<Leak> leaks, IReadOnlyList<(double Eta, double Phi)> axes, CalorimeterEvent source, int pass)
    {
        Rng rng = StreamOf(source.Number, pass);
        var counts = new int[axes.Count];
        for (int i = 0; i < leaks.Count; i++)
        {
            Rng own = rng.Split((ulong)i);
            int segments = Draw(leaks[i], ref own);
            if (segments > 0 && Nearest(leaks[i], axes) is >= 0 and int jet)
            {
                counts[jet] += segments;
            }
        }

        return counts;
    }

    /// <summary>All segments of an event, as many as are counted, in the order of the leaks.</summary>
    /// <param name="leaks">What left the calorimeter.</param>
    /// <param name="number">Number of the event.</param>
    /// <param name="pass">Repetition of the event.</param>
    public List<MuonSegment> Find(IReadOnlyList<Leak> leaks, long number, int pass)
    {
        Rng rng = StreamOf(number, pass);
        var found = new List<MuonSegment>();
        for (int i = 0; i < leaks.Count; i++)
        {
            Rng own = rng.Split((ulong)i);
            for (int left = Draw(leaks[i], ref own); left > 0; left--)
            {
                found.Add(MuonSegment.Behind(leaks[i], ref own));
            }
        }

        return found;
    }

    private Rng StreamOf(long number, int pass) => new Rng(seed, "muon segments", (ulong)number).Split((ulong)pass);

    private static int Draw(in Leak leak, ref Rng rng) => Math.Abs(leak.Eta) > EtaMax ? 0
        : !leak.IsTrack ? Distributions.Poisson(PerEnergy * leak.Energy, ref rng)
        : leak.Energy > LeastKinetic ? Distributions.Binomial(Stations, StationEfficiency, ref rng)
        : 0;

    private int Nearest(in Leak leak, IReadOnlyList<(double Eta, double Phi)> axes)
    {
        (int nearest, double best) = (-1, radius);
        for (int j = 0; j < axes.Count; j++)
        {
            double distance = EtaPhi.DeltaR(leak.Eta, leak.Phi, axes[j].Eta, axes[j].Phi);
            (nearest, best) = distance < best ? (j, distance) : (nearest, best);
        }

        return nearest;
    }
}
