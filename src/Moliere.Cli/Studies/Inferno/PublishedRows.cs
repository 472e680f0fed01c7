namespace Moliere.Cli.Studies.Inferno;

/// <summary>What the paper measured, B0 to B4 in order, and what exact integrals give.</summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, table 1; physics notes, section 7c, for the integrals.</source>
internal static class PublishedRows
{
    /// <summary>
    /// Bins that these are of: the uncertainty of a histogram depends on their number. Networks and trainings differ
    /// from the paper's anyway, and may.
    /// </summary>
    public const int Bins = 10;

    /// <summary>Why nothing is compared with them, as a sentence; none where it is.</summary>
    /// <param name="bins">Bins of the run.</param>
    public static IReadOnlyList<string> Obstacles(int bins) => bins == Bins ? [] :
    [
        FormattableString.Invariant(
            $"The published uncertainties are those of {Bins} bins, this run has {bins}: they are left out."),
    ];

    /// <summary>Summaries trained for their own benchmark: medians of 100 trainings.</summary>
    public static IReadOnlyList<double> Inferno { get; } = [15.51, 16.79, 16.95, 16.89, 18.68];

    /// <summary>Classifier by cross-entropy in ten bins: medians of 100 trainings.</summary>
    public static IReadOnlyList<double> CrossEntropy { get; } = [14.99, 18.94, 23.94, 21.54, 26.71];

    /// <summary>The optimal classifier in ten bins, by integrals.</summary>
    public static IReadOnlyList<double> OptimalClassifier { get; } = [14.98, 19.40, 24.89, 22.20, 28.07];

    /// <summary>The likelihood of the densities, by integrals.</summary>
    public static IReadOnlyList<double> Likelihood { get; } = [14.69, 15.49, 15.62, 15.59, 16.86];
}
