using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Means and variances of all units of a normal network in one pass, for one worker: with independent inputs of mean a
/// and variance c, z = x W + b has the mean a M + b and the variance (a² + c) S + c M², exactly; f(z) has the moments
/// that a normal z gives it. What units of a layer have in common is neglected.
/// </summary>
/// <param name="parameters">Weights, shared by all workers.</param>
/// <source>
/// Hernandez-Lobato and Adams, arXiv:1502.05336, section 3.1; Frey and Hinton, Neural Comput. 11 (1999) 193.
/// </source>
public sealed class MomentPass(MomentParameters parameters)
{
    private readonly Arena _arena = new();
    private readonly int _width = Widest(parameters.Tape);
    private int _rows;

    /// <summary>Runs a block of rows.</summary>
    /// <param name="features">[rows, F], row-major; taken as exact.</param>
    /// <param name="rows">At least 1.</param>
    public void Run(ReadOnlySpan<float> features, int rows)
    {
        Tape tape = parameters.Tape;
        _rows = rows;
        _arena.Reset(5 * rows * _width);
        _arena.Allocate(5 * rows * _width);
        int columns = tape.Input.Columns;
        Transpose.PadCleared(features, columns, Buffer(0, columns));
        Buffer(1, columns).Clear();
        for (int i = 0; i < tape.Operations.Count; i++)
        {
            Layer(i, (BayesianDenseOperation)tape.Operations[i]);
        }
    }

    /// <summary>Outputs of one row of the last block.</summary>
    /// <param name="row">Row of the block.</param>
    /// <param name="means">Receives O means.</param>
    /// <param name="deviations">Receives O standard deviations.</param>
    public void Row(int row, Span<float> means, Span<float> deviations)
    {
        int columns = parameters.Tape.Output.Columns, start = row * Padding.Stride(columns);
        Buffer(0, columns).Slice(start, columns).CopyTo(means);
        ReadOnlySpan<float> variances = Buffer(1, columns).Slice(start, columns);
        for (int i = 0; i < columns; i++)
        {
            deviations[i] = MathF.Sqrt(variances[i]);
        }
    }

    // Buffers 0 and 1 hold mean and variance before and after, 2 the squares, 3 and 4 the moments of z.
    private void Layer(int index, BayesianDenseOperation layer)
    {
        int inputs = layer.Input.Columns, outputs = layer.Output.Columns, stride = layer.OutputStride;
        var size = (_rows, inputs, outputs);
        Span<float> mean = Buffer(0, inputs), variance = Buffer(1, inputs), square = Buffer(2, inputs);
        Span<float> zMean = Buffer(3, outputs), zVariance = Buffer(4, outputs);
        LocalNoise.Square(mean, square);
        Accumulate.Add(square, variance);
        int inputStride = Padding.Stride(inputs);
        MatMul.Multiply(
            new MatrixView(mean, inputStride), parameters.Means(index, layer), parameters.Bias(index, layer),
            zMean, stride, size);
        MatMul.Multiply(
            new MatrixView(square, inputStride), parameters.Variances(index, layer), default,
            zVariance, stride, size);
        MatMul.Multiply(
            new MatrixView(variance, inputStride), parameters.SquaredMeans(index, layer),
            new MatrixView(zVariance, stride), zVariance, stride, size);
        ActivationMoments.Apply(layer.Activation, zMean, zVariance, Buffer(0, outputs), Buffer(1, outputs));
    }

    private Span<float> Buffer(int index, int columns) =>
        _arena.Slice(index * _rows * _width, _rows * Padding.Stride(columns));

    private static int Widest(Tape tape)
    {
        int width = Padding.Stride(tape.Input.Columns);
        foreach (Operation operation in tape.Operations)
        {
            width = Math.Max(width, Padding.Stride(operation.Output.Columns));
        }

        return width;
    }
}
