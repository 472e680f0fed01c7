namespace Moliere.Data.Objects;

/// <summary>
/// The shape of one topo-cluster: those of the 15 calibration features that follow from its cells
/// (the other two, vertex count and mu, belong to the event). Sums run over cells with positive energy.
/// </summary>
/// <source>arXiv:1603.02934 section 4; physics notes table 1.2.</source>
public readonly record struct ClusterMoments
{
    /// <summary>Signal over noise, E / sqrt(sum sigma_i²).</summary>
    public double Significance { get; init; }

    /// <summary>Cell time weighted with E² [ns].</summary>
    public double Time { get; init; }

    /// <summary>Variance of the cell times weighted with E² [ns²]; 0 for a single cell.</summary>
    public double TimeVariance { get; init; }

    /// <summary>
    /// Depth of the centre behind the calorimeter front face along the shower axis [mm], not negative.
    /// </summary>
    public double CenterLambda { get; init; }

    /// <summary>Distance of the centre from the origin [mm].</summary>
    public double CenterMagnitude { get; init; }

    /// <summary>Share of the energy in EMB1-3, EME1-3 and FCAL1, in [0, 1].</summary>
    public double EmFraction { get; init; }

    /// <summary>First moment of the energy density, sum(E_i²/V_i)/sum(E_i) [GeV/mm³].</summary>
    public double FirstEnergyDensity { get; init; }

    /// <summary>Second moment of the depth about the centre along the shower axis [mm²]; 0 for a single cell.</summary>
    public double SecondLambda { get; init; }

    /// <summary>Normalised second longitudinal moment m²_long in [0, 1].</summary>
    public double Longitudinal { get; init; }

    /// <summary>Normalised second lateral moment m²_lat in [0, 1].</summary>
    public double Lateral { get; init; }

    /// <summary>Fragmentation p_TD = sqrt(sum E_i²)/sum E_i in (0, 1].</summary>
    public double PtD { get; init; }

    /// <summary>Share of unclustered perimeter cells, weighted with the energy of each layer, in [0, 1].</summary>
    public double Isolation { get; init; }
}
