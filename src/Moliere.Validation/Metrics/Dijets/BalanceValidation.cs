namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Judges methods on dijets, of the whole sample and in bins, with 95 % bootstrap intervals over events: asymmetry,
/// resolution measured in situ and true, and whether a gain is genuine. Bits do not depend on the number of threads.
/// </summary>
/// <source>Physics notes, sections 2.4 and 2.5; ATLAS, arXiv:2007.02645, section 6.</source>
public static class BalanceValidation
{
    /// <summary>
    /// Compares one method with others on the same dijets: entries of <see cref="MethodComparison.NameOf"/> with ratios
    /// whose 95 % intervals are those of paired replicas, of the whole sample.
    /// </summary>
    /// <param name="sample">Dijets and methods.</param>
    /// <param name="above">Name of the numerator.</param>
    /// <param name="references">Names of denominators; those that the sample lacks give nothing.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    /// <exception cref="ArgumentException">Columns of different length.</exception>
    public static IReadOnlyList<FigureEntry> Compare(
        BalanceSample sample, string above, IReadOnlyList<string> references, MetricsOptions options)
    {
        sample.Check();
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        FigureBlock[] blocks =
        [
            .. TruthShapes.Bins(sample, []).SelectMany(bin => sample.Methods.Where(method => method.Name == above)
                .SelectMany(first => sample.Methods.Where(method => references.Contains(method.Name))
                    .Select(second => new FigureBlock(bin, new BalanceRatio(sample, first, second))))),
        ];
        return FigureFilling.Fill(blocks, sample.WeightsOrOnes(), bootstrap, options);
    }

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
