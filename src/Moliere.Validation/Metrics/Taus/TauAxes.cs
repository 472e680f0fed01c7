namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// The variables of taus and the axes on which their energy scales are judged: 15 bins of true pT from 10 to 200 GeV,
/// 35 of eta and of mu, the true decay modes. The bins of pT are equal in ratio, since resolution changes with its
/// logarithm and equal widths would spend two thirds of them above 70 GeV.
/// </summary>
/// <source>Physics notes section 3.5; decay modes: arXiv:1512.05955, table 1.</source>
public static class TauAxes
{
    /// <summary>True visible transverse momentum [GeV].</summary>
    public const string TruePt = "pt_true";

    /// <summary>Pseudorapidity of the candidate.</summary>
    public const string Eta = "eta";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>True decay mode, 0 to 4, or -1 for none of them.</summary>
    public const string TrueMode = "truth_mode";

    /// <summary>Decay mode of the largest probability, 0 to 4; NaN without probabilities.</summary>
    public const string FoundMode = "found_mode";

    /// <summary>
    /// Predicted sigma over predicted mean in the standardised space of a training target: optional column for the
    /// literal cut of the publications, |sigma / mu| below 1, which has no meaning where the mean is near 0.
    /// </summary>
    public const string StandardisedRatio = "sigma_over_mu";

    /// <summary>Rank of a method's sigma_tot / R_pred among all taus, from 0 for the smallest to 1.</summary>
    public const string SigmaRank = "sigma_rank";

    /// <summary>The same rank among the taus of the same bin in true pT.</summary>
    public const string FixedPtRank = "sigma_rank_fixed_pt";

    /// <summary>Names of the decay modes in the order of their numbers.</summary>
    public static IReadOnlyList<string> ModeNames { get; } = ["1p0n", "1p1n", "1pXn", "3p0n", "3pXn"];

    /// <summary>Curve in true pT, 15 bins.</summary>
    public static BinAxis Momentum { get; } =
        BinAxis.Logarithmic(TruePt, 15, 10, 200) with { Title = "p_{T}^{true} [GeV]" };

    /// <summary>Ranges in true pT for tables and acceptance; 20 to 60 GeV is where a network has most to win.</summary>
    public static BinAxis Ranges { get; } =
        Titled("p_{T}^{true} [GeV]", BinAxis.Ranges(
            TruePt, (10, 20), (20, 60), (60, 200), (20, double.PositiveInfinity)));

    /// <summary>One bin per true decay mode.</summary>
    public static BinAxis Modes { get; } =
        BinAxis.Classes(TrueMode, [.. ModeNames]) with { Title = "true decay mode" };

    /// <summary>One bin per decay mode that was found.</summary>
    public static BinAxis FoundModes { get; } =
        BinAxis.Classes(FoundMode, [.. ModeNames]) with { Title = "decay mode of the largest probability" };

    /// <summary>All axes that methods are judged on, as far as a sample has their columns.</summary>
    public static IReadOnlyList<BinAxis> Standard { get; } =
    [
        Momentum,
        Ranges,
        BinAxis.Linear(Eta, 35, -2.5, 2.5) with { Title = "η" },
        BinAxis.Linear(Mu, 35, 0, 80) with { Title = "μ", HasSlope = true },
        Modes,
    ];

    /// <summary>Halves and quarters of the taus by <see cref="SigmaRank"/>, best first.</summary>
    public static BinAxis Classes { get; } =
        Titled("rank of σ / R_{pred}", BinAxis.Ranges(
            SigmaRank, (0, 0.5), (0.5, 1), (0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)));

    /// <summary>The best 5, 10, ... 100 % of the taus by <see cref="SigmaRank"/>.</summary>
    public static BinAxis Efficiency { get; } = new()
    {
        Variable = SigmaRank,
        Title = "share of taus kept",
        Bins = [.. Enumerable.Range(1, 20).Select(i => new ValueBin(0, i / 20.0))],
    };

    /// <summary>The taus that pass and fail the literal cut on <see cref="StandardisedRatio"/>.</summary>
    public static BinAxis LiteralCut { get; } =
        Titled("σ / μ, standardised", BinAxis.Ranges(
            StandardisedRatio, (double.NegativeInfinity, -1), (-1, 1), (1, double.PositiveInfinity)));

    /// <summary>Names that figures of taus may have as their variable.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        TruePt, Eta, Mu, TrueMode, FoundMode, SigmaRank, FixedPtRank, StandardisedRatio, MetricName.PredictedSpread,
        MetricName.PredictedResponse,
    ];

    /// <summary>The decay mode of the largest probability, <c>[B]</c>; the first of equal ones.</summary>
    /// <param name="probabilities">One column <c>[B]</c> per mode.</param>
    /// <returns>0 to 4; NaN where a probability is not finite.</returns>
    public static float[] LargestOf(IReadOnlyList<float[]> probabilities)
    {
        var modes = new float[probabilities[0].Length];
        for (int row = 0; row < modes.Length; row++)
        {
            float[] here = [.. probabilities.Select(column => column[row])];
            modes[row] = Array.TrueForAll(here, float.IsFinite) ? Array.IndexOf(here, here.Max()) : float.NaN;
        }

        return modes;
    }

    private static BinAxis Titled(string title, BinAxis axis) => axis with { Title = title };
}
