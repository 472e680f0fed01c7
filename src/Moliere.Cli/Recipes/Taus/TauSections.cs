using System.ComponentModel.DataAnnotations;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>Which taus count.</summary>
/// <source>Physics notes sections 3.2 and 3.5; |eta| of the tracker: ATL-PHYS-PUB-2015-045.</source>
internal sealed record TauSelectionSection
{
    /// <summary>
    /// Condition over the columns of the tau table; momenta in GeV. Taus need a match, since every method is derived
    /// and judged by the true pT; of the shipped condition only the parts over columns that a table has are used.
    /// </summary>
    public string Expression { get; init; } =
        "truth_pt > 10 && pt > 0 && abs(eta) < 2.5 && n_track >= 1 && n_track <= 5 && truth_dr < 0.2";
}

/// <summary>How figures are made.</summary>
internal sealed record TauValidationSection
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no intervals.</summary>
    [Range(0, 10_000)]
    public int Bootstrap { get; init; } = 100;

    /// <summary>Figures are made of the first so many taus of the test part.</summary>
    [Range(100, 100_000_000)]
    public int MostTaus { get; init; } = 1_000_000;

    /// <summary>Taus below which a bin shows no value.</summary>
    [Range(2, 1_000_000)]
    public int MinimumEntries { get; init; } = 50;

    /// <summary>The taus of the test part, at the most, that show which inputs a method needs; 0 for none.</summary>
    [Range(0, 100_000_000)]
    public int ImportanceTaus { get; init; } = 10_000;
}
