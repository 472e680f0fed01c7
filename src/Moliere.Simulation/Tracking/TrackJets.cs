using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Tracking;

/// <summary>Associates tracks with jets.</summary>
/// <source>
/// ATLAS, Eur. Phys. J. C 83 (2023) 681 (arXiv:2211.16345), section 3: tracks within a cone about the jet belong to it,
/// to the nearest jet when several compete; there the cone shrinks with pT, here its radius is fixed.
/// </source>
public static class TrackJets
{
    /// <summary>For each track the index of the nearest jet within the radius, or -1.</summary>
    /// <param name="tracks">Tracks, with directions at the beam.</param>
    /// <param name="jets">Jets; of two at the same distance the first counts.</param>
    /// <param name="radius">Largest distance in pseudorapidity and azimuth.</param>
    public static int[] Associate(IReadOnlyList<Track> tracks, IReadOnlyList<Jet> jets, double radius = 0.4)
    {
        var axes = new (double Eta, double Phi)[jets.Count];
        for (int j = 0; j < axes.Length; j++)
        {
            axes[j] = (jets[j].Momentum.Eta, jets[j].Momentum.Phi);
        }

        var nearest = new int[tracks.Count];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = Nearest(tracks[i], axes, radius);
        }

        return nearest;
    }

    /// <summary>
    /// The impact parameter with the sign of a lifetime [mm]: positive when the track crosses the jet's axis in front
    /// of the vertex.
    /// </summary>
    /// <param name="track">A track.</param>
    /// <param name="jet">The jet it belongs to.</param>
    public static double SignedD0(in Track track, Jet jet)
    {
        // The closest point is d0 (-sin phi, cos phi); in front means on the side of the jet.
        double side = track.D0 * Math.Sin(jet.Momentum.Phi - track.Phi);
        return Math.CopySign(track.D0, side);
    }

    private static int Nearest(in Track track, (double Eta, double Phi)[] axes, double radius)
    {
        int nearest = -1;
        for (int j = 0; j < axes.Length; j++)
        {
            double distance = EtaPhi.DeltaR(track.Eta, track.Phi, axes[j].Eta, axes[j].Phi);
            if (distance < radius)
            {
                (nearest, radius) = (j, distance);
            }
        }

        return nearest;
    }
}
