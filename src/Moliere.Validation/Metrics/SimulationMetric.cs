namespace Moliere.Validation.Metrics;

/// <summary>
/// Names of the metrics of the study that compares generator and detector with references, stable in
/// <c>metrics.json</c>.
/// </summary>
public static class SimulationMetric
{
    private static readonly string[] JetQuantities =
    [
        "constituents", "charged_constituents", "girth", "ptd", "mass_over_pt", "leading_fraction", "charged_fraction",
        "photon_fraction", "neutral_fraction",
    ];

    /// <summary>Modes of tau decays, the ends of their metrics.</summary>
    public static IReadOnlyList<string> TauModes { get; } =
        ["electron", "muon", "pi", "k", "pi_pi0", "pi_2pi0", "pi_3pi0", "3pi", "3pi_pi0"];

    /// <summary>Jet quantities; metrics are their mean and rms.</summary>
    public static IReadOnlyList<string> OfJets => JetQuantities;

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "ee_charged_multiplicity_mean", "ee_charged_multiplicity_rms", "ee_one_minus_thrust_mean",
        "ee_one_minus_thrust_rms", "ee_charged_energy_fraction", "ee_photon_energy_fraction",
        "ee_neutral_hadron_energy_fraction", "ee_neutrino_energy_fraction", "ee_momentum_fraction",
        .. JetQuantities.SelectMany(quantity => new[] { $"{quantity}_mean", $"{quantity}_rms" }), "asymmetry_rms",
        "minbias_charged_density_100", "minbias_charged_density_500", "minbias_charged_pt_mean",
        "minbias_sum_pt_density", "minbias_photon_fraction", "minbias_neutral_hadron_fraction",
        .. TauModes.Select(mode => $"tau_{mode}_fraction"), "tau_visible_fraction_mean",
        "photon_linearity", "photon_resolution", "pion_response", "pion_resolution", "pion_e_over_h", "muon_deposit",
        "noise_occupancy", "noise_clusters", "cluster_count", "cluster_energy_mean", "cluster_pt_density",
    ];
}
