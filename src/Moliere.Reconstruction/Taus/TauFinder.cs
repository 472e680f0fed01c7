using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Reconstruction.Taus;

/// <summary>
/// Finds candidates of hadronic tau decays: jets of clusters, the vertex their tracks come from, the tracks and
/// clusters of the core, neutral pions, and what these say together. Results do not depend on the order of clusters or
/// tracks. Counts what it drops: every worker needs an instance of its own.
/// </summary>
/// <source>ATL-PHYS-PUB-2015-045; arXiv:1512.05955, section 4; physics notes section 3.1.</source>
/// <param name="options">Thresholds and radii.</param>
public sealed class TauFinder(TauOptions options)
{
    // Of one track over that of all clusters: beyond it the curvature is lost. Our choice, far outside what taus reach.
    private const double MostTrackPt = 3;

    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.SeedRadius));

    /// <summary>Seeds within acceptance so far.</summary>
    public long Seeds { get; private set; }

    /// <summary>Seeds so far that no track of the core belongs to.</summary>
    public long WithoutTracks { get; private set; }

    /// <summary>Seeds so far with more tracks than the options allow.</summary>
    public long WithManyTracks { get; private set; }

    /// <summary>
    /// The candidates with one track up to the largest number of the options, by falling transverse momentum of their
    /// seeds. Nothing seen gives none.
    /// </summary>
    /// <param name="around">What the detector saw; scales belong to its clusters one by one.</param>
    /// <exception cref="ArgumentException">There are not as many scales as clusters, or there is no vertex.</exception>
    public IReadOnlyList<TauCandidate> Find(TauSurroundings around)
    {
        Require(around);
        int[] order = [.. Enumerable.Range(0, around.Clusters.Count).Where(c => IsUsable(around.Clusters[c]))];
        Array.Sort(order, (a, b) => ByEnergy(around.Clusters[a], around.Clusters[b]));
        FourVector[] inputs = Array.ConvertAll(
            order, c => around.Scales[c].Factor * around.Clusters[c].Momentum);
        var found = new List<TauCandidate>();
        foreach (Jet jet in _finder.Find(inputs, options.SeedPtMin))
        {
            if (Math.Abs(jet.Momentum.Eta) < options.EtaMax && Reconstruct(around, jet, order) is { } candidate)
            {
                found.Add(candidate);
            }
        }

        return found;
    }

    private static bool IsUsable(Cluster cluster) =>
        cluster.Energy > 0 && cluster.Momentum.Pt > 0 && cluster.Momentum.IsFinite;

    private static int ByEnergy(Cluster a, Cluster b)
    {
        int order = b.Energy.CompareTo(a.Energy);
        return order != 0 ? order : a.Cells.AsSpan().SequenceCompareTo(b.Cells);
    }

    private static void Require(TauSurroundings around)
    {
        if (around.Scales.Count != around.Clusters.Count || around.Vertices.Count == 0)
        {
            throw new ArgumentException(
                $"Found {around.Clusters.Count} clusters, {around.Scales.Count} scales and {around.Vertices.Count} "
                + "vertices; a tau needs a scale for every cluster and at least one vertex.", nameof(around));
        }
    }

    private TauCandidate? Reconstruct(TauSurroundings around, Jet jet, int[] order)
    {
        Seeds++;
        var near = new TauTracks(around.Tracks, jet.Momentum, options);
        TauCandidate? candidate = near.IsEmpty ? null
            : Reconstruct(new TauSeed(around, jet.Constituents.Select(i => order[i])), near);
        int count = candidate?.Tracks.Count ?? 0;
        WithoutTracks += count == 0 ? 1 : 0;
        WithManyTracks += count > options.MostTracks ? 1 : 0;
        return count > 0 && count <= options.MostTracks ? candidate : null;
    }

    private TauCandidate? Reconstruct(TauSeed seed, TauTracks near)
    {
        TauSurroundings around = seed.Surroundings;
        int vertex = near.Vertex(around.Vertices, seed);
        double z = around.Vertices[vertex].Z;
        var core = new TauCone(seed, z, options.CoreRadius);
        Track[] tracks = core.Sum.Pt > 0 ? near.Of(core.Sum, z) : [];
        return tracks.Length == 0 ? null : new()
        {
            Intermediate = core.Sum,
            Vertex = vertex,
            Tracks = tracks,
            Values = Measure(core, around, tracks, z),
        };
    }

    private float[] Measure(TauCone core, TauSurroundings around, Track[] tracks, double vertexZ)
    {
        FourVector[] charged = Array.ConvertAll(
            tracks, track => TauSubstructure.Pion(track, MostTrackPt * core.Sum.Pt));
        TrackImpact[] impacts = Array.ConvertAll(tracks, track => TrackImpact.Of(track, options));
        var pions = new NeutralPions(core, around, options.NeutralPions);
        for (int i = 0; i < tracks.Length; i++)
        {
            pions.Subtract(charged[i].E, impacts[i]);
        }

        List<FourVector> neutral = pions.Find(vertexZ);
        int photons = StripMaxima.Count(core, around, options.NeutralPions.StripEtMin, impacts);
        return TauValues.Of(core, tracks.Length, new TauSubstructure(charged, neutral), neutral.Count, photons);
    }
}
