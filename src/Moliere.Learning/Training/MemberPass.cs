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
    private readonly Workspace _workspace = new(tape);
    private readonly LaneGradients _sum = new(tape, lanes: 1);
    private readonly int _stride = Padding.Stride(loss.OutputCount);

    /// <summary>Loads the rows of one micro-batch; several members can then run over them.</summary>
    public void Load(GatheredBatch batch, int index) =>
        batch.Features(index).CopyTo(_workspace.Begin(batch.Rows(index)));

    /// <summary>Predicted means of the loaded rows.</summary>
    public void Means(PackedParameters parameters, Span<float> means)
    {
        ReadOnlySpan<float> outputs = _workspace.Forward(parameters);
        Span<float> slope = stackalloc float[loss.OutputCount];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = loss.Mean(outputs.Slice(i * _stride, slope.Length), slope);
        }
    }

    /// <summary>
    /// Weighted loss sum over the loaded rows; a force on the predicted means, if any, joins the gradient alone.
    /// </summary>
    public double Forward(GatheredBatch batch, int index, PackedParameters parameters, ReadOnlySpan<float> force)
    {
        ReadOnlySpan<float> outputs = _workspace.Forward(parameters);
        Span<float> gradients = _workspace.BeginGradient();
        double sum = loss.Sum(outputs, _stride, batch.Targets(index), batch.Weights(index), gradients);
        AddForce(force, outputs, gradients);
        return sum;
    }

    /// <summary>Adds the gradient of the last forward pass, or starts the sum with it.</summary>
    public void Backward(PackedParameters parameters, bool accumulate) =>
        _workspace.Backward(parameters, _sum, lane: 0, accumulate);

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
