using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Weights of a tape of <see cref="BayesianDenseOperation"/>s as a pass of means and variances reads them: per layer M,
/// b, S and the squares of M, with padded rows. Shared by all workers.
/// </summary>
public sealed class MomentParameters
{
    private readonly AlignedBuffer[] _layers;

    /// <summary>Copies the present parameters.</summary>
    /// <param name="tape">A tape of normal dense layers only.</param>
    /// <param name="parameters">Its flat parameter vector.</param>
    public MomentParameters(Tape tape, ReadOnlySpan<float> parameters)
    {
        Tape = tape;
        _layers = new AlignedBuffer[tape.Operations.Count];
        for (int i = 0; i < _layers.Length; i++)
        {
            var layer = (BayesianDenseOperation)tape.Operations[i];
            _layers[i] = new AlignedBuffer(layer.PackedCount + layer.ScratchCount);
            layer.Pack(parameters.Slice(layer.ParameterOffset, layer.ParameterCount), _layers[i].Span);
            LocalNoise.Square(_layers[i].Slice(0, layer.ScratchCount), Squares(i, layer));
        }
    }

    internal Tape Tape { get; }

    internal MatrixView Means(int index, BayesianDenseOperation layer) =>
        new(_layers[index].Slice(0, layer.ScratchCount), layer.OutputStride);

    internal MatrixView Bias(int index, BayesianDenseOperation layer) =>
        new(_layers[index].Slice(layer.ScratchCount, layer.OutputStride), 0);

    internal MatrixView Variances(int index, BayesianDenseOperation layer) =>
        new(_layers[index].Slice(layer.ScratchCount + layer.OutputStride, layer.ScratchCount), layer.OutputStride);

    internal MatrixView SquaredMeans(int index, BayesianDenseOperation layer) =>
        new(Squares(index, layer), layer.OutputStride);

    private Span<float> Squares(int index, BayesianDenseOperation layer) =>
        _layers[index].Slice(layer.PackedCount, layer.ScratchCount);
}
