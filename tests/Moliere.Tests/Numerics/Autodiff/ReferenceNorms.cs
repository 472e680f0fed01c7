using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>
/// Dense layers, normalisations and dropout in double precision for all rows of one micro-batch: what the engine must
/// equal in training and in prediction.
/// </summary>
internal static class ReferenceNorms
{
    /// <summary>Outputs [rows, O] row-major.</summary>
    public static double[] Outputs(Tape tape, double[] parameters, double[] x, NoiseStream? training)
    {
        foreach (Operation operation in tape.Operations)
        {
            x = operation switch
            {
                DenseOperation dense => Dense(dense, Own(dense, parameters), x),
                BatchNormOperation norm => Batch(norm.Output.Columns, Own(norm, parameters), x, training is not null),
                LayerNormOperation norm => Layer(norm.Output.Columns, Own(norm, parameters), x),
                DropoutOperation drop => training is null ? x : Dropped(drop, x, training.Value),
                _ => throw new NotSupportedException(),
            };
        }

        return x;
    }

    private static double[] Own(Operation operation, double[] parameters) =>
        parameters[operation.ParameterOffset..(operation.ParameterOffset + operation.ParameterCount)];

    private static double[] Dense(DenseOperation layer, double[] own, double[] x)
    {
        int rows = x.Length / layer.Input.Columns, outputs = layer.Output.Columns;
        double[] start = [.. Enumerable.Range(0, rows).SelectMany(_ => own[layer.WeightCount..])];
        double[] z = ReferenceMatMul.Multiply(x, own[..layer.WeightCount], start, rows, outputs);
        return [.. z.Select(value => ReferenceActivation.Value(layer.Activation, value))];
    }

    private static double[] Batch(int columns, double[] own, double[] x, bool isTraining)
    {
        var y = new double[x.Length];
        for (int j = 0; j < columns; j++)
        {
            double[] column = [.. x.Where((_, i) => i % columns == j)];
            double g = own[j], b = own[columns + j], mean = own[(2 * columns) + j], variance = own[(3 * columns) + j];
            double[] results = isTraining
                ? ReferenceColumnNorm.Apply(column, BatchNormOperation.Epsilon, g, b)
                : [.. column.Select(v => (g * (v - mean) / Math.Sqrt(variance + BatchNormOperation.Epsilon)) + b)];
            for (int i = 0; i < results.Length; i++)
            {
                y[(i * columns) + j] = results[i];
            }
        }

        return y;
    }

    private static double[] Layer(int columns, double[] own, double[] x) => [.. x.Chunk(columns).SelectMany(row =>
        ReferenceColumnNorm.Apply(row, LayerNormOperation.Epsilon, 1, 0)
            .Select((value, j) => (own[j] * value) + own[columns + j]))];

    private static double[] Dropped(DropoutOperation drop, double[] x, NoiseStream noise)
    {
        int columns = drop.Output.Columns, stride = Padding.Stride(columns);
        NoiseStream own = noise with { Layer = (uint)drop.Output.Index };
        return [.. x.Select((value, i) =>
            value * DropoutNoise.Reference(own, drop.Rate, (i / columns * stride) + (i % columns)))];
    }
}
