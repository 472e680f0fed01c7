using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>What follows from the clusters and tracks of one jet.</summary>
/// <source>arXiv:2303.17312, table 1; physics notes section 2.1.</source>
internal static class JetContent
{
    private const double N90Share = 0.9;

    /// <summary>Fewest clusters that hold 90 % of the energy of all; 0 without clusters.</summary>
    /// <param name="energies">Of all clusters [GeV].</param>
    public static int N90(double[] energies)
    {
        double wanted = N90Share * energies.Sum(), sum = 0;
        int count = 0;
        foreach (double energy in energies.OrderDescending())
        {
            if (sum >= wanted)
            {
                break;
            }

            sum += energy;
            count++;
        }

        return count;
    }

    /// <summary>Number, width and charged fraction; all 0 without tracks.</summary>
    /// <param name="jet">Momentum of the jet [GeV].</param>
    /// <param name="tracks">Its tracks [GeV].</param>
    public static JetTracks TracksOf(FourVector jet, FourVector[] tracks)
    {
        double sum = 0, width = 0;
        foreach (FourVector track in tracks)
        {
            sum += track.Pt;
            width += track.Pt * JetMatch.DistanceOf(track, jet);
        }

        return sum > 0 ? new(tracks.Length, width / sum, sum / jet.Pt) : default;
    }

    /// <summary>The hardest clusters and tracks, hardest first; of equals clusters first, in their order.</summary>
    /// <param name="crossing">The event.</param>
    /// <param name="jet">Number of one of its jets.</param>
    /// <param name="chain">Measures the shapes of the clusters that are kept.</param>
    /// <param name="most">Largest number.</param>
    public static IReadOnlyList<JetConstituent> Constituents(
        JetCrossing crossing, int jet, EventChain chain, int most)
    {
        IReadOnlyList<int> clusters = crossing.Jets[jet].Constituents;
        FourVector[] all = [.. clusters.Select(c => crossing.Momenta[c]), .. crossing.TracksOf(jet)];
        int[] hardest = [.. Enumerable.Range(0, all.Length).OrderByDescending(i => all[i].Pt).Take(most)];
        return
        [
            .. hardest.Select(i => i < clusters.Count
                ? Shaped(all[i], chain.WithMoments(crossing.Clusters[clusters[i]]).Moments)
                : new JetConstituent(all[i], IsTrack: true)),
        ];
    }

    private static JetConstituent Shaped(FourVector momentum, in ClusterMoments moments) =>
        new(momentum, IsTrack: false, moments.EmFraction, moments.CenterLambda);
}
