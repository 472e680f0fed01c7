using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>What a detector saw where taus are looked for: the whole event, or parts of it around true taus.</summary>
public sealed record TauSurroundings
{
    /// <summary>Cells that the clusters are made of.</summary>
    public required CalorimeterEvent Cells { get; init; }

    /// <summary>Topo-clusters at EM scale with their moments, by decreasing energy.</summary>
    public required IReadOnlyList<Cluster> Clusters { get; init; }

    /// <summary>What local weighting says of each of them.</summary>
    public required IReadOnlyList<ClusterScale> Scales { get; init; }

    /// <summary>Tracks of all vertices; <see cref="Track.Vertex"/> is an index of <see cref="Vertices"/>.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>Reconstructed primary vertices, that of the hard collision first.</summary>
    public required IReadOnlyList<Vertex> Vertices { get; init; }
}
