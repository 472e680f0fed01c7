namespace Moliere.Validation.Metrics;

/// <summary>The axes on which calibrations of topo-clusters are judged.</summary>
/// <source>Physics notes, section 1.7: logarithmic E_dep bins, the pile-up axes, depth and electromagnetic fraction;
/// ranges low 0.3-1, mid 1-5, high from 5 GeV, and those of the acceptance windows of section 1.8.</source>
public static class ClusterAxes
{
    /// <summary>
    /// Names that the figures of clusters may have as their variable: those of <see cref="Standard"/> and what a
    /// method predicts.
    /// </summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        .. Standard(new MetricsOptions()).Select(axis => axis.Variable).Distinct(), MetricName.PredictedSpread,
        MetricName.PredictedResponse,
    ];

    /// <summary>Energy axis, named energy ranges, the reconstructed energy, mu, N_PV, lambda, f_emc.</summary>
    /// <param name="options">Bin numbers and the energy range.</param>
    public static BinAxis[] Standard(MetricsOptions options) =>
    [
        BinAxis.Logarithmic("E_dep", options.EnergyBins, options.EnergyLow, options.EnergyHigh)
            with { Title = "E_{dep} [GeV]" },
        BinAxis.Ranges(
            "E_dep", (0.3, 1), (1, 5), (1, 100), (5, 20), (50, 200), (5, double.PositiveInfinity))
            with { Title = "E_{dep} [GeV]" },
        // The same energies as the network sees them: bins of E_dep also select on what cannot be seen.
        BinAxis.Logarithmic("E_EM", options.EnergyBins, options.EnergyLow, options.EnergyHigh)
            with { Title = "E_{EM} [GeV]" },
        BinAxis.Linear("mu", 16, 0, 80) with { HasSlope = true, Title = "μ" },
        BinAxis.Linear("N_PV", 15, 0, 60) with { HasSlope = true, Title = "N_{PV}" },
        // From the front face to the end of the hadronic calorimeter.
        BinAxis.Logarithmic("lambda", 20, 10, 4000) with { Title = "λ_{clus} [mm]" },
        BinAxis.Linear("f_emc", 10, 0, 1) with { Title = "f_{emc}" },
    ];
}
