using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>One gradient sum per lane, and their reduction in lane order.</summary>
public sealed class LaneGradients
{
    private const int ChunkFloats = 2048;

    private readonly Tape _tape;
    private readonly AlignedBuffer[] _lanes;

    /// <summary>Makes the buffers.</summary>
    /// <param name="tape">The tape whose gradients are summed.</param>
    /// <param name="lanes">Number of sums, at least 1: one is enough for whoever runs all micro-batches itself.</param>
    public LaneGradients(Tape tape, int lanes = Lanes.Count)
    {
        _tape = tape;
        _lanes = [.. Enumerable.Range(0, lanes).Select(_ => new AlignedBuffer(tape.GradientCount))];
    }

    /// <summary>Number of independent parts into which the reduction can be dealt.</summary>
    public int ChunkCount => (_tape.GradientCount + ChunkFloats - 1) / ChunkFloats;

    /// <summary>Adds one part of the lanes, in lane order, into lane 0.</summary>
    /// <param name="chunk">In [0, <see cref="ChunkCount"/>).</param>
    /// <param name="lanes">How many lanes hold a gradient, from lane 0 on.</param>
    public void ReduceChunk(int chunk, int lanes)
    {
        int offset = chunk * ChunkFloats, length = Math.Min(ChunkFloats, _tape.GradientCount - offset);
        Span<float> sum = _lanes[0].Slice(offset, length);
        for (int lane = 1; lane < lanes; lane++)
        {
            Accumulate.Add(sum, _lanes[lane].Slice(offset, length));
        }
    }

    /// <summary>Copies the reduced gradient into the layout of the flat parameter vector.</summary>
    /// <param name="gradient">As long as the parameter vector.</param>
    public void CopyTo(Span<float> gradient)
    {
        foreach (Operation operation in _tape.Operations)
        {
            operation.Unpack(Of(0, operation), gradient.Slice(operation.ParameterOffset, operation.ParameterCount));
        }
    }

    /// <summary>
    /// Completes a step of the optimiser: statistics that operations gathered from the rows of the batch enter the
    /// parameters. To be called after the step and before the packed parameters are made again.
    /// </summary>
    /// <param name="before">The parameters with which the gradient was computed.</param>
    /// <param name="parameters">The flat vector after the step; changed where it holds running statistics.</param>
    public void Settle(PackedParameters before, Span<float> parameters)
    {
        foreach (Operation operation in _tape.Operations)
        {
            operation.Settle(
                before.Of(operation), Of(0, operation),
                parameters.Slice(operation.ParameterOffset, operation.ParameterCount));
        }
    }

    internal Span<float> Of(int lane, Operation operation) =>
        _lanes[lane].Slice(operation.GradientOffset, operation.GradientCount);
}
