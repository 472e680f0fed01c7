namespace Moliere.Learning.Training;

/// <summary>
/// Remembers the best validation loss and says when to give up. Improvement is a difference, not a ratio, so losses of
/// any sign (log-likelihoods are often negative) are judged alike.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>Lowest validation loss so far; positive infinity before the first epoch.</summary>
    public double BestLoss { get; init; } = double.PositiveInfinity;

    /// <summary>Epoch of the best loss, counted from 1; 0 before the first.</summary>
    public int BestEpoch { get; init; }

    /// <summary>Whether a loss is better than the best by more than the minimum.</summary>
    /// <param name="loss">Validation loss of an epoch.</param>
    /// <param name="minimumImprovement">Not negative.</param>
    public bool IsImprovedBy(double loss, double minimumImprovement) => loss < BestLoss - minimumImprovement;

    /// <summary>Whether the patience is used up.</summary>
    /// <param name="epoch">Epochs done.</param>
    /// <param name="patience">Epochs to wait; 0 for ever.</param>
    public bool IsExhausted(int epoch, int patience) => patience > 0 && epoch - BestEpoch >= patience;
}
