using System.ComponentModel.DataAnnotations;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>Thresholds of the 4-2-0 clustering and of the splitting at local maxima.</summary>
/// <source>arXiv:1603.02934 sections 3.1-3.2; physics notes 1.1.</source>
public sealed record TopoClusterOptions
{
    /// <summary>A cell above this |signal|/noise starts a cluster; must not be below the growth threshold.</summary>
    [Range(1.0, 100.0)]
    public double SeedThreshold { get; init; } = 4;

    /// <summary>A neighbour above this |signal|/noise joins and passes growth on.</summary>
    [Range(0.0, 100.0)]
    public double GrowthThreshold { get; init; } = 2;

    /// <summary>A neighbour above this |signal|/noise joins and stops; 0 takes every neighbour with a signal.</summary>
    [Range(0.0, 100.0)]
    public double BoundaryThreshold { get; init; }

    /// <summary>Energy that a local maximum must exceed [GeV].</summary>
    [Range(0.0, 1000.0)]
    public double MaximumEnergy { get; init; } = 0.5;

    /// <summary>Neighbours within the cluster that a local maximum needs.</summary>
    [Range(0, 100)]
    public int MaximumNeighbours { get; init; } = 4;

    /// <summary>Unit of distance in the sharing of cells, the size of an electromagnetic shower [mm].</summary>
    [Range(1.0, 1000.0)]
    public double SharingLength { get; init; } = 50;

    /// <summary>Whether clusters whose cells sum to zero or less are reported too.</summary>
    public bool KeepNegative { get; init; }
}
