using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Training;

/// <summary>
/// One worker's memory for one micro-batch: gathers rows, runs the network and the loss, and runs back.
/// </summary>
/// <param name="tape">The network.</param>
/// <param name="loss">Of single rows; null where rows only run.</param>
/// <param name="hasInputGradient">Whether the way back goes on to the features.</param>
internal sealed class MicroBatch(Tape tape, Loss? loss, bool hasInputGradient = false)
{
    private readonly Workspace _workspace = new(tape, hasInputGradient);
    private readonly RowGather _gather = new(tape);
    private readonly float[] _targets = new float[Lanes.MaximumRows];
    private readonly float[] _weights = new float[Lanes.MaximumRows];
    private readonly int _outputStride = Padding.Stride(tape.Output.Columns);

    /// <summary>Whether rows run as in training; see <see cref="Workspace.IsTraining"/>.</summary>
    public bool IsTraining
    {
        get => _workspace.IsTraining;
        set => _workspace.IsTraining = value;
    }

    /// <summary>
    /// Weighted loss sum of rows [first, first + rows) of a batch; must be followed by <see cref="Backward"/> or
    /// nothing.
    /// </summary>
    public double Forward(in RowBatch batch, int first, int rows, PackedParameters parameters, NoiseStream noise)
    {
        ReadOnlySpan<float> outputs = Run(batch, first, rows, parameters, noise);
        return loss!.Sum(
            outputs, _outputStride, _targets.AsSpan(0, rows), _weights.AsSpan(0, rows), BeginGradient());
    }

    /// <summary>Outputs of rows [first, first + rows) of a batch, [rows, padded O].</summary>
    public ReadOnlySpan<float> Run(
        in RowBatch batch, int first, int rows, PackedParameters parameters, NoiseStream noise)
    {
        _workspace.Noise = noise;
        Gather(batch, first, rows);
        return _workspace.Forward(parameters);
    }

    /// <summary>Gradient by the outputs of the last run, [rows, padded O], cleared; for the caller to fill.</summary>
    public Span<float> BeginGradient() => _workspace.BeginGradient();

    /// <summary>Adds the gradient of the last forward pass to a lane.</summary>
    public void Backward(PackedParameters parameters, LaneGradients sums, int lane, bool accumulate) =>
        _workspace.Backward(parameters, sums, lane, accumulate);

    /// <summary>Gradient by the features of the last run, [rows, padded F], after the way back.</summary>
    public ReadOnlySpan<float> InputGradient => _workspace.InputGradient;

    private void Gather(in RowBatch batch, int first, int rows)
    {
        _gather.Fill(batch, first, rows, _workspace);
        for (int i = 0; i < rows; i++)
        {
            int row = batch.Row(first + i);
            _targets[i] = batch.Data.Target(row);
            _weights[i] = (float)(batch.Data.Weight(row) * batch.WeightScale);
        }
    }
}
