using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>The tracks about one seed, and the vertex they say the tau came from.</summary>
/// <source>
/// ATL-PHYS-PUB-2015-045: the vertex is that with the largest sum of transverse momenta of tracks in the core; tracks
/// are then chosen by their impact parameters with respect to it.
/// </source>
internal sealed class TauTracks
{
    // The axis moves when the vertex is known, by less than this.
    private const double Margin = 0.15;

    private readonly TauOptions _options;
    private readonly List<Track> _near = [];

    /// <summary>Collects the good tracks near a jet, hardest first, whatever their order was.</summary>
    /// <param name="tracks">Of all vertices.</param>
    /// <param name="jet">Momentum of the jet as seen from the centre of the detector [GeV].</param>
    /// <param name="options">Which tracks are good.</param>
    public TauTracks(IReadOnlyList<Track> tracks, in FourVector jet, TauOptions options)
    {
        _options = options;
        (double eta, double phi, double radius) = (jet.Eta, jet.Phi, options.CoreRadius + Margin);
        for (int i = 0; i < tracks.Count; i++)
        {
            Track track = tracks[i];
            if (track.Pt > options.TrackPtMin && Math.Abs(track.Eta - eta) < radius
                && Math.Abs(track.D0) < options.TrackD0Max
                && EtaPhi.DeltaR(track.Eta, track.Phi, eta, phi) < radius)
            {
                _near.Add(track);
            }
        }

        _near.Sort(TrackOrder.HardestFirst);
    }

    /// <summary>Whether no good track is near.</summary>
    public bool IsEmpty => _near.Count == 0;

    /// <summary>
    /// Index of the vertex with the largest sum of transverse momenta of its tracks within the core, each at most that
    /// of the seed, which a badly measured track may exceed by far. Of equals the first; without tracks the first.
    /// </summary>
    /// <param name="vertices">At least one.</param>
    /// <param name="seed">The jet's clusters.</param>
    public int Vertex(IReadOnlyList<Vertex> vertices, TauSeed seed)
    {
        Span<double> sums = vertices.Count <= 256 ? stackalloc double[vertices.Count] : new double[vertices.Count];
        double most = seed.Pt;
        foreach (Track track in _near)
        {
            if (track.Vertex >= 0 && IsInCore(track, seed.Barycentre.SeenFrom(1, vertices[track.Vertex].Z)))
            {
                sums[track.Vertex] += Math.Min(track.Pt, most);
            }
        }

        int best = 0;
        for (int v = 1; v < sums.Length; v++)
        {
            best = sums[v] > sums[best] ? v : best;
        }

        return best;
    }

    /// <summary>Tracks of the core that come from a vertex, hardest first.</summary>
    /// <param name="axis">Axis of the candidate as seen from the vertex.</param>
    /// <param name="vertexZ">Where the vertex is along the beam [mm].</param>
    public Track[] Of(FourVector axis, double vertexZ) =>
        [.. _near.Where(track => Math.Abs(track.Z0 - vertexZ) < _options.TrackZ0Max * Math.Cosh(track.Eta)
            && IsInCore(track, axis))];

    private bool IsInCore(in Track track, in FourVector axis) =>
        EtaPhi.DeltaR(track.Eta, track.Phi, axis.Eta, axis.Phi) < _options.CoreRadius;
}
