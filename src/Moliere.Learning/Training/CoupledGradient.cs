using Moliere.Learning.Losses;
using Moliere.Learning.Optimizers;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Training;

/// <summary>
/// Gradient of a loss of a whole batch: all rows run forward, the loss and its derivative by the outputs of the batch
/// are taken in one place, then all rows run back from their part of that derivative.
/// </summary>
internal sealed class CoupledGradient(BatchPass pass, CoupledLoss loss, ulong seed) : IBatchGradient
{
    private readonly NoiseStream _trainingNoise = new(seed, "training noise");
    private readonly NoiseStream _validationNoise = new(seed, "validation noise");

    /// <inheritdoc/>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient)
    {
        ReadOnlySpan<float> outputs =
            pass.Forward(batch, PassMode.Train, _trainingNoise with { Step = (uint)step });
        double value = loss.Evaluate(View(batch, outputs), pass.BeginGradient());
        if (!double.IsFinite(value))
        {
            return double.NaN;
        }

        pass.Backward(gradient);
        return double.IsFinite(GradientClipping.ClipInPlace(gradient, clipNorm)) ? value : double.NaN;
    }

    /// <inheritdoc/>
    public double Loss(in RowBatch batch) => Judge(batch).Score;

    /// <inheritdoc/>
    public void Settle() => pass.Settle();

    /// <summary>What the loss thinks of the present parameters.</summary>
    /// <param name="batch">All validation rows.</param>
    public Verdict Judge(in RowBatch batch) =>
        loss.Judge(View(batch, pass.Forward(batch, PassMode.Judge, _validationNoise)));

    public void Dispose() => pass.Dispose();

    private CoupledBatch View(in RowBatch batch, ReadOnlySpan<float> outputs)
    {
        ReadOnlySpan<int> order = batch.Order is null ? [] : batch.Order.AsSpan(batch.First, batch.Count);
        return new((CoupledRows)batch.Data, order, outputs, loss.OutputCount);
    }
}
