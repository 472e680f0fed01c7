using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// The jets of one crossing: of clusters as seen from the hard vertex, with the tracks of that vertex that fall into
/// them and their areas.
/// </summary>
/// <source>
/// Ghost association of tracks: Cacciari, Salam, Soyez, arXiv:0802.1188, section 2; ATLAS, arXiv:1703.09665.
/// </source>
internal sealed class JetCrossing
{
    private static readonly GhostGrid s_ghosts = new();

    private readonly List<FourVector>[] _tracksOf;

    /// <summary>Finds the jets.</summary>
    /// <param name="clusters">Topo-clusters of the event.</param>
    /// <param name="source">Its cells.</param>
    /// <param name="tracked">Its tracks and vertices.</param>
    /// <param name="finder">Of the worker.</param>
    /// <param name="options">Thresholds of jets and tracks.</param>
    /// <param name="rng">Where the ghosts lie that measure areas.</param>
    public JetCrossing(
        IReadOnlyList<Cluster> clusters, CalorimeterEvent source, TrackedEvent tracked, JetFinder finder,
        JetSampleOptions options, ref Rng rng)
    {
        (Clusters, Source) = (clusters, source);
        double z = tracked.Vertices[0].Z, mass = PdgId.Mass(PdgId.PiPlus);
        Momenta = [.. clusters.Select(cluster => OriginCorrection.Apply(cluster, source, z))];
        FourVector[] tracks =
        [
            .. tracked.Tracks.Where(track => track.Vertex == 0 && track.Pt > options.TrackPtMin)
                .Select(track => FourVector.FromPtEtaPhiMass(track.Pt, track.Eta, track.Phi, mass)),
        ];
        MergeTree tree = finder.Cluster(Momenta);
        Jets = tree.Jets(Math.Min(options.PtMin, options.NeighbourPtMin));
        Areas = JetAreas.Of(tree, Jets, s_ghosts, ref rng);
        _tracksOf = [.. Jets.Select(_ => new List<FourVector>())];
        int[] jetOf = GhostAssociation.Of(tree, Jets, tracks);
        for (int i = 0; i < tracks.Length; i++)
        {
            if (jetOf[i] >= 0)
            {
                _tracksOf[jetOf[i]].Add(tracks[i]);
            }
        }
    }

    /// <summary>Topo-clusters as seen from the centre of the detector.</summary>
    public IReadOnlyList<Cluster> Clusters { get; }

    /// <summary>The cells.</summary>
    public CalorimeterEvent Source { get; }

    /// <summary>The clusters as seen from the vertex [GeV].</summary>
    public FourVector[] Momenta { get; }

    /// <summary>By decreasing transverse momentum; constituents are indices of clusters.</summary>
    public IReadOnlyList<Jet> Jets { get; }

    /// <summary>Active area of each jet.</summary>
    public double[] Areas { get; }

    /// <summary>The tracks of a jet; none has more than the transverse momentum of the jet.</summary>
    /// <param name="jet">Its number.</param>
    public FourVector[] TracksOf(int jet)
    {
        // The curvature of a very hard track is consistent with 0: its own momentum would be any number.
        double most = Jets[jet].Momentum.Pt;
        return [.. _tracksOf[jet].Select(track => track.Pt > most ? most / track.Pt * track : track)];
    }

    /// <summary>Pseudorapidity of a jet as seen from the centre of the detector.</summary>
    /// <param name="jet">Its number.</param>
    public double DetectorEta(int jet)
    {
        FourVector sum = default;
        foreach (int cluster in Jets[jet].Constituents)
        {
            sum += Clusters[cluster].Momentum;
        }

        return sum.Eta;
    }
}
