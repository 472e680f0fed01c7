namespace Moliere.Learning.Losses;

/// <summary>
/// A loss of a whole batch that is no sum over its rows, such as the width of a distribution: a function of the outputs
/// of all rows with its gradient. It also judges the network after each epoch, which early stopping and the monitors of
/// a training go by. Implementations may keep scratch memory: one instance serves one training at a time.
/// </summary>
/// <source>
/// Losses that no single event has: distance correlation in arXiv:2001.05310, section 2; the asymmetry of jet pairs
/// in the physics notes, section 2.4.
/// </source>
public abstract class CoupledLoss
{
    /// <summary>Outputs O that a network must have for this loss.</summary>
    public abstract int OutputCount { get; }

    /// <summary>
    /// Everything that changes values or verdicts, in one line: a checkpoint of a loss with another line is refused.
    /// </summary>
    public abstract string Identity { get; }

    /// <summary>
    /// Consecutive epochs with a complaint, after a healthy one or a healthy start, that end the training; such epochs
    /// are never kept. 0 records complaints, goes on, and keeps the last epoch instead of the best.
    /// </summary>
    public virtual int ComplaintPatience => 1;

    /// <summary>Loss of a batch.</summary>
    /// <param name="batch">Rows and outputs.</param>
    /// <param name="gradients">[B, O], cleared; receives the derivative by each output.</param>
    /// <returns>Of the order of a mean over rows, not of a sum; NaN ends the training as diverged.</returns>
    public abstract double Evaluate(in CoupledBatch batch, Span<float> gradients);

    /// <summary>Judges a network by what it says about all validation rows.</summary>
    /// <param name="rows">Every validation row.</param>
    public abstract Verdict Judge(in CoupledBatch rows);
}
