namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// Judges energy scales of taus: mean, central 68 and 95 % intervals, what a cut on the predicted sigma wins, and the
/// decay modes. Medians, pulls and coverage of the same taus come from <see cref="ResponseValidation"/>.
/// </summary>
/// <source>Physics notes sections 3.3 and 3.5.</source>
public static class TauValidation
{
    /// <summary>Makes the figures; results do not depend on the number of threads.</summary>
    /// <param name="sample">
    /// Taus with a match; its variables hold <see cref="TauAxes.TruePt"/> and, as far as there are,
    /// <see cref="TauAxes.Eta"/>, <see cref="TauAxes.Mu"/>, <see cref="TauAxes.TrueMode"/>,
    /// <see cref="TauAxes.FoundMode"/> and <see cref="TauAxes.StandardisedRatio"/>. Its events should be crossings
    /// where taus share them.
    /// </param>
    /// <param name="references">Methods that later ones are divided by; those that the sample lacks are
    /// skipped.</param>
    /// <param name="options">Replicas, smallest bin, threads.</param>
    /// <returns>
    /// By axis and method: scale and widths; ratios of widths; classes of predicted sigma, of methods that predict one;
    /// decay modes.
    /// </returns>
    /// <exception cref="ArgumentException">A column has another length than the target.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        ValidationSample sample, IReadOnlyCollection<string> references, MetricsOptions options)
    {
        sample.Check();
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        var blocks = new TauBlocks(sample, options.MinimumEntries);
        return FigureFilling.Fill(
            [.. blocks.Response(), .. blocks.Pairs(references), .. blocks.Classes(), .. blocks.Modes()],
            FigureFilling.WeightsOf(sample), bootstrap, options);
    }
}
