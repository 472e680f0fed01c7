namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Judges methods on dijets, of the whole sample and in bins, with 95 % bootstrap intervals over events: asymmetry,
/// resolution measured in situ and true, and whether a gain is genuine. Bits do not depend on the number of threads.
/// </summary>
/// <source>Physics notes, sections 2.4 and 2.5; ATLAS, arXiv:2007.02645, section 6.</source>
public static class BalanceValidation
{
    /// <summary>Makes all figures, ordered by axis (whole sample first), bin, method, metric.</summary>
    /// <param name="sample">Dijets and methods.</param>
    /// <param name="axes">Axes over frozen variables.</param>
    /// <param name="shapes">Truth asymmetries of simulated dijets in the same bins; null for none.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    /// <exception cref="ArgumentException">Columns of different length.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        BalanceSample sample, IReadOnlyList<BinAxis> axes, TruthShapes? shapes, MetricsOptions options)
    {
        sample.Check();
        float[] weights = sample.WeightsOrOnes();
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        FigureBlock[] blocks =
        [
            .. TruthShapes.Bins(sample, axes).SelectMany(bin => sample.Methods.Select(method => new FigureBlock(
                bin, new BalanceSubject(sample, method, shapes?.Find(bin.Axis), options.Seed)))),
        ];
        return FigureFilling.Fill(blocks, weights, bootstrap, options);
    }
}
