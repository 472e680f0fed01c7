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
    /// <param name="earlier">
    /// What an interrupted training with the same rows and options left; its trees are taken instead of growing them
    /// anew, with the same result to the bit. Null for none.
    /// </param>
    /// <param name="progress">Told after each round; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    /// <exception cref="ArgumentException">
    /// Shapes that disagree, no rows, targets that are not finite or not what the objective is made for, options out of
    /// range.
    /// </exception>
    public static BoostingResult Fit(
        TreeRows train, BoostingOptions options, TreeRows? validation = null, BoostedTrees? earlier = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
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
