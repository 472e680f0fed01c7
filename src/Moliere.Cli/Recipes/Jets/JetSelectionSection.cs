using System.ComponentModel.DataAnnotations;

namespace Moliere.Cli.Recipes.Jets;

/// <summary>Which jets count.</summary>
/// <source>
/// Physics notes section 2.2 (matching within 0.3, neighbours above 7 GeV); distances of isolation as in
/// arXiv:2007.02645: 0.6 to reconstructed jets, 1.0 to jets of particles.
/// </source>
internal sealed record JetSelectionSection
{
    /// <summary>
    /// Condition over the columns of the jet table; momenta in GeV. Jets need a match, since every method is derived
    /// and judged by the true pT; of the shipped condition only the parts over columns that a table has are used.
    /// </summary>
    public string Expression { get; init; } =
        "truth_pt > 10 && pt > 0 && truth_dr < 0.3 && isolation > 0.6 && truth_isolation > 1 && abs(eta_det) < 4.5";
}

/// <summary>How figures are made.</summary>
internal sealed record JetValidationSection
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no intervals.</summary>
    [Range(0, 10_000)]
    public int Bootstrap { get; init; } = 100;

    /// <summary>Figures are made of the first so many jets of the test part.</summary>
    [Range(100, 100_000_000)]
    public int MostJets { get; init; } = 1_000_000;

    /// <summary>Jets below which a bin shows no value.</summary>
    [Range(2, 1_000_000)]
    public int MinimumEntries { get; init; } = 50;
}
