using Moliere.Learning.Losses;

namespace Moliere.Learning.Training;

/// <summary>
/// What a training does with its rows: in which batches it visits them, and how it judges an epoch. The loop around it
/// is <see cref="TrainingRun"/>.
/// </summary>
internal abstract class TrainingTask(IBatchGradient batches, TrainingRows train) : IDisposable
{
    // A constant mean weight keeps the gradient unbiased where negative weights make a batch's own sum useless.
    private readonly double _weightScale = 1 / train.MeanWeight;

    /// <summary>Rows to learn from.</summary>
    public int RowCount => train.RowCount;

    /// <summary>Consecutive complaints that end a training; 0 records them and keeps the last epoch.</summary>
    public virtual int ComplaintPatience => 1;

    /// <summary>What is thought of the starting network; null where only epochs are judged.</summary>
    public virtual Verdict? JudgeStart() => null;

    /// <summary>Fills the order in which an epoch visits the rows.</summary>
    public abstract void Order(Span<int> order, int epoch);

    /// <summary>Position behind the batch that begins at a position.</summary>
    public abstract int EndOf(int first);

    /// <summary>Judges the present parameters on the validation rows.</summary>
    public abstract Verdict Judge();

    /// <summary>Mean loss and gradient of a batch.</summary>
    public double LossAndGradient(
        int[] order, int first, int count, long step, double clipNorm, Span<float> gradient) =>
        batches.LossAndGradient(
            new RowBatch(train, order, first, count, _weightScale / count), step, clipNorm, gradient);

    /// <summary>Completes a step of the optimiser; see <see cref="IBatchGradient.Settle"/>.</summary>
    public void Settle() => batches.Settle();

    public void Dispose() => batches.Dispose();
}
