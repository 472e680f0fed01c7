namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of a cluster table, one row per topo-cluster. The house names them here and nowhere else.
/// </summary>
public static class ClusterColumns
{
    /// <summary>Number of the generated event; clusters of one event stay in one sample.</summary>
    public const string Event = "event";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>Signal at EM scale, E_EM [GeV].</summary>
    public const string EnergyEm = "e_em";

    /// <summary>
    /// Energy as the local cell weighting of an experiment calibrated it [GeV]; only in tables made from its files.
    /// </summary>
    public const string EnergyLcw = "e_lcw";

    /// <summary>True energy deposited in the cluster's cells by the hard collision, E_dep [GeV].</summary>
    public const string EnergyDeposited = "e_dep";

    /// <summary>Rapidity of the massless cluster.</summary>
    public const string Rapidity = "rapidity";

    /// <summary>Azimuth [rad].</summary>
    public const string Phi = "phi";

    /// <summary>Signal over noise, zeta.</summary>
    public const string Significance = "significance";

    /// <summary>Cell time weighted with E² [ns].</summary>
    public const string Time = "time";

    /// <summary>Variance of the cell times [ns²].</summary>
    public const string TimeVariance = "time_variance";

    /// <summary>Depth of the centre behind the calorimeter front face, lambda [mm].</summary>
    public const string Lambda = "lambda";

    /// <summary>Distance of the centre from the origin [mm].</summary>
    public const string CenterMagnitude = "center_magnitude";

    /// <summary>Share of the energy in the electromagnetic calorimeter.</summary>
    public const string EmFraction = "f_emc";

    /// <summary>First moment of the energy density, rho [GeV/mm³].</summary>
    public const string EnergyDensity = "rho";

    /// <summary>Normalised second longitudinal moment.</summary>
    public const string Longitudinal = "m2_long";

    /// <summary>Normalised second lateral moment.</summary>
    public const string Lateral = "m2_lat";

    /// <summary>Fragmentation p_TD.</summary>
    public const string PtD = "ptd";

    /// <summary>Isolation.</summary>
    public const string Isolation = "isolation";

    /// <summary>Number of reconstructed primary vertices.</summary>
    public const string VertexCount = "n_pv";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>Transverse momentum of the jet that holds the cluster [GeV].</summary>
    public const string JetPt = "jet_pt";

    /// <summary>Rapidity of the jet that holds the cluster.</summary>
    public const string JetRapidity = "jet_rapidity";

    /// <summary>Cell indices of the geometry, a list per cluster.</summary>
    public const string CellIndex = "cell_index";

    /// <summary>Weighted signal of each cell at EM scale, a list per cluster [GeV].</summary>
    public const string CellEnergy = "cell_energy";

    /// <summary>
    /// Weighted true deposit of each cell, a list per cluster [GeV]; only in samples that derive look-up tables.
    /// </summary>
    public const string CellDeposit = "cell_deposit";
}
