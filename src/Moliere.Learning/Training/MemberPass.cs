using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// One worker's memory for running members of an ensemble over micro-batches. The gradient of a member is summed in
/// the order of its micro-batches: a member is a lane.
/// </summary>
internal sealed class MemberPass(Tape tape, Loss loss)
{
    private readonly Workspace _own = new(tape);
    private readonly LaneGradients _sum = new(tape, lanes: 1);
    private readonly int _stride = Padding.Stride(loss.OutputCount);

    /// <summary>Takes the rows of one micro-batch; several members can then run over them.</summary>
    /// <param name="batch">Where the rows are.</param>
    /// <param name="index">Which micro-batch.</param>
    /// <param name="kept">Where the activations shall stay; null for memory that the next rows overwrite.</param>
    public Workspace Load(GatheredBatch batch, int index, Workspace? kept = null)
    {
        Workspace workspace = kept ?? _own;
        batch.Features(index).CopyTo(workspace.Begin(batch.Rows(index)));
        return workspace;
    }

    /// <summary>Predicted means from the outputs of a run.</summary>
    public void Means(Workspace run, Span<float> means)
    {
        ReadOnlySpan<float> outputs = run.Output;
        Span<float> slope = stackalloc float[loss.OutputCount];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = loss.Mean(outputs.Slice(i * _stride, slope.Length), slope);
        }
    }

    /// <summary>
    /// Weighted loss sum from the outputs of a run; a force on the predicted means, if any, joins the gradient alone.
    /// </summary>
    public double Judge(Workspace run, GatheredBatch batch, int index, ReadOnlySpan<float> force)
    {
        ReadOnlySpan<float> outputs = run.Output;
        Span<float> gradients = run.BeginGradient();
        double sum = loss.Sum(outputs, _stride, batch.Targets(index), batch.Weights(index), gradients);
        AddForce(force, outputs, gradients);
        return sum;
    }

    /// <summary>Adds the gradient of a judged run, or starts the sum with it.</summary>
    public void Backward(Workspace run, PackedParameters parameters, bool accumulate) =>
        run.Backward(parameters, _sum, lane: 0, accumulate);

    /// <summary>Copies the summed gradient into the layout of a parameter vector.</summary>
    public void CopyGradient(Span<float> gradient) => _sum.CopyTo(gradient);

    private void AddForce(ReadOnlySpan<float> force, ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        Span<float> slope = stackalloc float[loss.OutputCount];
        for (int i = 0; i < force.Length; i++)
        {
            loss.Mean(outputs.Slice(i * _stride, slope.Length), slope);
            for (int j = 0; j < slope.Length; j++)
            {
                gradients[(i * _stride) + j] += force[i] * slope[j];
            }
        }
    }
}
