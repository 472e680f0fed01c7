namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// Judges calibrations of jets by the Gaussian core of their response, by flavour and by what pile-up is left. Medians,
/// quantile widths, pulls and coverage of the same jets come from <see cref="ResponseValidation"/>.
/// </summary>
/// <source>Physics notes section 2.7.</source>
public static class JetValidation
{
    /// <summary>Makes the figures; results do not depend on the number of threads.</summary>
    /// <param name="sample">
    /// Jets with a match; its variables hold what <see cref="JetAxes.Columns"/> makes and, as far as there are,
    /// <see cref="JetAxes.Mu"/>, <see cref="JetAxes.Vertices"/> and <see cref="JetAxes.Flavour"/>.
    /// </param>
    /// <param name="reference">Method that the resolution of the others is divided by; null or absent for none.</param>
    /// <param name="options">Replicas, smallest bin, threads.</param>
    /// <returns>
    /// By method and axis: core; flavour difference, pile-up slopes; core in bins of the calibrated pT; resolution over
    /// that of the reference; terms of the resolution above 20 GeV, where bins have errors.
    /// </returns>
    /// <exception cref="ArgumentException">A column has another length than the target.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        ValidationSample sample, string? reference, MetricsOptions options)
    {
        sample.Check();
        float[] weights = FigureFilling.WeightsOf(sample);
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        var blocks = new JetBlocks(sample, options.MinimumEntries);
        IReadOnlyList<FigureEntry> figures = FigureFilling.Fill(
            [.. blocks.Core(), .. blocks.Flavour(), .. blocks.Pileup(), .. blocks.Calibrated(),
                .. blocks.Pairs(reference)],
            weights, bootstrap, options);
        return [.. figures, .. ResolutionCurve.Of(figures, sample.Methods.Select(method => method.Name))];
    }
}
