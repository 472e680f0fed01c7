using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// The inputs of jet finding in one crossing: clusters as seen from the hard vertex, and the tracks of that vertex as
/// ghosts, whose momenta are too small to change any jet but which fall into the jet they belong to.
/// </summary>
/// <source>Ghost association: Cacciari, Salam, Soyez, arXiv:0802.1188, section 2; ATLAS, arXiv:1703.09665.</source>
internal sealed class JetCrossing
{
    private const double GhostScale = 1e-60; // momenta that vanish in a sum of doubles

    /// <summary>Prepares the inputs.</summary>
    /// <param name="clusters">Topo-clusters of the event.</param>
    /// <param name="source">Its cells.</param>
    /// <param name="tracked">Its tracks and vertices.</param>
    /// <param name="trackPtMin">Lowest transverse momentum of a track [GeV].</param>
    public JetCrossing(
        IReadOnlyList<Cluster> clusters, CalorimeterEvent source, TrackedEvent tracked, double trackPtMin)
    {
        (Clusters, Source) = (clusters, source);
        double z = tracked.Vertices[0].Z, mass = PdgId.Mass(PdgId.PiPlus);
        Momenta = [.. clusters.Select(cluster => OriginCorrection.Apply(cluster, source, z))];
        Tracks =
        [
            .. tracked.Tracks.Where(track => track.Vertex == 0 && track.Pt > trackPtMin)
                .Select(track => FourVector.FromPtEtaPhiMass(track.Pt, track.Eta, track.Phi, mass)),
        ];
        Inputs = [.. Momenta, .. Tracks.Select(track => GhostScale / track.Pt * track)];
    }

    /// <summary>Topo-clusters as seen from the centre of the detector.</summary>
    public IReadOnlyList<Cluster> Clusters { get; }

    /// <summary>The cells.</summary>
    public CalorimeterEvent Source { get; }

    /// <summary>The clusters as seen from the vertex [GeV].</summary>
    public FourVector[] Momenta { get; }

    /// <summary>Tracks of the hard vertex as pions [GeV].</summary>
    public FourVector[] Tracks { get; }

    /// <summary>Clusters, then ghosts of tracks [GeV].</summary>
    public FourVector[] Inputs { get; }

    /// <summary>The clusters of a jet, hardest of the list first.</summary>
    /// <param name="jet">Found among <see cref="Inputs"/>.</param>
    public int[] ClustersOf(Jet jet) => [.. jet.Constituents.Where(index => index < Momenta.Length)];

    /// <summary>The tracks of a jet; none has more than the transverse momentum of the jet.</summary>
    /// <param name="jet">Found among <see cref="Inputs"/>.</param>
    public FourVector[] TracksOf(Jet jet)
    {
        // The curvature of a very hard track is consistent with 0: its own momentum would be any number.
        double most = jet.Momentum.Pt;
        return
        [
            .. jet.Constituents.Where(index => index >= Momenta.Length).Select(index => Tracks[index - Momenta.Length])
                .Select(track => track.Pt > most ? most / track.Pt * track : track),
        ];
    }

    /// <summary>Pseudorapidity of a jet as seen from the centre of the detector.</summary>
    /// <param name="clusters">Its clusters.</param>
    public double DetectorEta(int[] clusters)
    {
        FourVector sum = default;
        foreach (int cluster in clusters)
        {
            sum += Clusters[cluster].Momentum;
        }

        return sum.Eta;
    }
}
