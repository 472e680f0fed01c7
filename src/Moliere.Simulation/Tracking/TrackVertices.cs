using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Tracking;

/// <summary>Assigns tracks to primary vertices by their position along the beam.</summary>
/// <source>
/// ATL-PHYS-PUB-2015-051: loose track-to-vertex association, |z0 - z| sin(theta) below half a millimetre.
/// </source>
public static class TrackVertices
{
    /// <summary>The tracks with the index of the vertex nearest along the beam, or -1 when none is near.</summary>
    /// <param name="tracks">Tracks; their <see cref="Track.Vertex"/> is replaced.</param>
    /// <param name="vertices">Primary vertices; of two at the same distance the first counts.</param>
    /// <param name="window">Largest |z0 - z| sin(theta) [mm].</param>
    public static Track[] Assign(IReadOnlyList<Track> tracks, IReadOnlyList<Vertex> vertices, double window)
    {
        var assigned = new Track[tracks.Count];
        for (int i = 0; i < assigned.Length; i++)
        {
            assigned[i] = tracks[i] with { Vertex = Nearest(tracks[i], vertices, window) };
        }

        return assigned;
    }

    private static int Nearest(in Track track, IReadOnlyList<Vertex> vertices, double window)
    {
        int nearest = -1;
        double best = window * Math.Cosh(track.Eta); // 1 / sin(theta) = cosh(eta)
        for (int i = 0; i < vertices.Count; i++)
        {
            double distance = Math.Abs(track.Z0 - vertices[i].Z);
            if (distance < best)
            {
                (nearest, best) = (i, distance);
            }
        }

        return nearest;
    }
}
