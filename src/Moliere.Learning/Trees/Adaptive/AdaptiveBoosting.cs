using Moliere.Learning.Training;

namespace Moliere.Learning.Trees.Adaptive;

/// <summary>
/// Discrete AdaBoost of two classes: each tree votes +1 or -1 with the weight a = rate ½ ln((1 - err) / err) of its
/// weighted error, then rows are weighted by exp(-y a h) and each class to ½. The margin of the trees is twice the sum
/// F of votes, the logit that AdaBoost estimates.
/// </summary>
/// <source>Freund, Schapire, J. Comput. Syst. Sci. 55 (1997) 119, section 4; the logit: Friedman, Hastie, Tibshirani,
/// Ann. Statist. 28 (2000) 337, section 4.1; trees by Gini impurity, which is the squared loss of labels.</source>
public static class AdaptiveBoosting
{
    /// <summary>Grows the trees. Equal rows and options give the same bits for any number of threads.</summary>
    /// <param name="train">Rows with targets 0 and 1, and weights that are not negative.</param>
    /// <param name="options">Rounds, rate, size of a tree.</param>
    /// <param name="uniform">Made for the same rows; null for plain boosting.</param>
    /// <param name="progress">Told the weighted error of each round; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    /// <exception cref="ArgumentException">Options out of range, one class, or rows that trees refuse.</exception>
    public static BoostingResult Fit(
        TreeRows train, AdaptiveOptions options, UniformWeights? uniform = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        train.Check("training");
        CheckClasses(train);
        using var run = new AdaptiveRun(train, options, uniform);
        return run.ToEnd(progress, cancellation);
    }

    private static void CheckClasses(TreeRows train)
    {
        int odd = Array.FindIndex(train.Targets, target => target is not (0 or 1));
        if (odd >= 0)
        {
            throw new ArgumentException($"Target {train.Targets[odd]} in row {odd} is neither 0 nor 1.");
        }

        int negative = Array.FindIndex(train.Weights ?? [], weight => weight < 0);
        if (negative >= 0)
        {
            throw new ArgumentException(
                $"Row {negative} has the weight {train.Weights![negative]}; votes need 0 or more.");
        }

        foreach (float label in (float[])[0, 1])
        {
            if (!Enumerable.Range(0, train.RowCount).Any(row => train.Targets[row] == label && train.Weight(row) > 0))
            {
                throw new ArgumentException($"No row with weight is of class {label}; boosting needs both classes.");
            }
        }
    }
}
