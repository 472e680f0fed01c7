using Moliere.Learning.Training;
using Moliere.Learning.Trees.Growth;
using Moliere.Learning.Trees.Objectives;

namespace Moliere.Learning.Trees;

/// <summary>Fits boosted trees, with features binned once and trees grown from histograms of gradients.</summary>
/// <source>arXiv:1603.02754, sections 2 and 3; Friedman, Ann. Statist. 29 (2001) 1189.</source>
public static class BoostedTreesTrainer
{
    /// <summary>
    /// Fits trees to rows. The same rows, options and seed give the same bits for any number of threads. Divergence and
    /// cancellation are results.
    /// </summary>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="options">How to train.</param>
    /// <param name="validation">Rows to judge on, with the same features; null for none, then all rounds are
    /// kept.</param>
    /// <param name="progress">Told after each round; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    /// <exception cref="ArgumentException">
    /// Shapes that disagree, no rows, targets that are not finite or not what the objective is made for, options out of
    /// range.
    /// </exception>
    public static BoostingResult Fit(
        TreeRows train, BoostingOptions options, TreeRows? validation = null, IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default) =>
        Run(null, train, options, validation, progress, cancellation);

    /// <summary>
    /// Continues a training that was interrupted: its trees are taken instead of grown anew, and the result is that of
    /// the uninterrupted one to the bit.
    /// </summary>
    /// <param name="earlier">What the interrupted training left.</param>
    /// <param name="train">The same rows as then.</param>
    /// <param name="options">The same options as then.</param>
    /// <param name="validation">The same rows as then.</param>
    /// <param name="progress">Told after each round, the earlier ones included; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    /// <exception cref="ArgumentException">As for a new training; or the trees do not fit to it.</exception>
    public static BoostingResult Continue(
        BoostedTrees earlier, TreeRows train, BoostingOptions options, TreeRows? validation = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default) =>
        Run(earlier, train, options, validation, progress, cancellation);

    private static BoostingResult Run(
        BoostedTrees? earlier, TreeRows train, BoostingOptions options, TreeRows? validation,
        IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        train.Check("training");
        options.Check(train.FeatureCount);
        var objective = Objective.Of(options, train);
        objective.Check(train, "training");
        if (validation is not null)
        {
            validation.Check("validation");
            objective.Check(validation, "validation");
            RequireSameFeatures(train, validation);
        }

        using var run = new BoostingRun(train, validation, options, objective);
        return run.ToEnd(earlier, progress, cancellation);
    }

    private static void RequireSameFeatures(TreeRows train, TreeRows validation)
    {
        if (!train.Names.SequenceEqual(validation.Names, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"Validation rows have the features {string.Join(", ", validation.Names)}; training rows have "
                + $"{string.Join(", ", train.Names)}.");
        }
    }
}
