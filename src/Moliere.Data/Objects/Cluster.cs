using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>A topo-cluster: cells with geometric weights, and what follows from them.</summary>
public sealed record Cluster
{
    /// <summary>Cell indices of the geometry, ascending.</summary>
    public required int[] Cells { get; init; }

    /// <summary>
    /// Geometric sharing weight of each cell, in (0, 1]; two clusters that share a cell have weights that sum to 1.
    /// </summary>
    public required float[] Weights { get; init; }

    /// <summary>Weighted sum of the cell signals at EM scale, negative cells included [GeV].</summary>
    public double Energy { get; init; }

    /// <summary>Weighted sum of the true deposits of the hard collision in the cluster's cells, E_dep [GeV].</summary>
    public double Deposit { get; init; }

    /// <summary>Massless four-momentum from <see cref="Energy"/> and the energy-weighted direction [GeV].</summary>
    public FourVector Momentum { get; init; }

    /// <summary>Shape of the cluster.</summary>
    public ClusterMoments Moments { get; init; }
}
