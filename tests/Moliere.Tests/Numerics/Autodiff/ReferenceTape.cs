using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>Networks over lists in double precision, operation by operation: what the engine must equal.</summary>
internal static class ReferenceTape
{
    /// <summary>Points [M, P] of one list, where those of each object start [B + 1], and their weights.</summary>
    public sealed record List(double[] Points, int[] Offsets, double[]? Weights = null);

    /// <summary>The output, row by row without padding.</summary>
    public static double[] Outputs(Tape tape, double[] parameters, double[] input, List[] lists)
    {
        var values = new Dictionary<Value, double[]> { [tape.Input] = input };
        foreach (PointList list in tape.Lists)
        {
            values[list.Points] = lists[list.Points.List].Points;
        }

        foreach (Operation operation in tape.Operations)
        {
            double[] own = parameters[operation.ParameterOffset..][..operation.ParameterCount];
            double[] x = values[operation.Input];
            List list = lists.Length == 0 ? new([], []) : lists[operation.Input.List];
            values[operation.Output] = operation switch
            {
                DenseOperation dense => Dense(own, x, dense.Input.Columns, dense.Output.Columns, dense.Activation),
                ConvolutionOperation convolution => Convolution(convolution, own, x, list.Offsets),
                RecurrentOperation recurrent => new ReferenceUnit(recurrent, own).Run(x, list.Offsets),
                SetSumOperation sum => ReferenceSegmentSums.Sum(
                    x, list.Offsets, sum.IsWeighted ? list.Weights : null, sum.Scale, sum.Input.Columns),
                JoinOperation join => Joined(join, x, values[join.Second]),
                _ => throw new NotSupportedException(),
            };
        }

        return values[tape.Output];
    }

    private static double[] Dense(double[] own, double[] x, int inputs, int outputs, Activation activation)
    {
        if (x.Length == 0)
        {
            return [];
        }

        int rows = x.Length / inputs;
        double[] start = [.. Enumerable.Range(0, rows).SelectMany(_ => own[(inputs * outputs)..])];
        double[] z = ReferenceMatMul.Multiply(x, own[..(inputs * outputs)], start, rows, outputs);
        return [.. z.Select(value => ReferenceActivation.Value(activation, value))];
    }

    private static double[] Convolution(ConvolutionOperation layer, double[] own, double[] x, int[] offsets)
    {
        int features = layer.Input.Columns, inner = layer.Kernel * features;
        var windows = new double[x.Length / features * inner];
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                for (int j = 0; j < inner; j++)
                {
                    int point = i + (j / features) - ((layer.Kernel - 1) / 2);
                    bool isInside = point >= offsets[s] && point < offsets[s + 1];
                    windows[(i * inner) + j] = isInside ? x[(point * features) + (j % features)] : 0;
                }
            }
        }

        return Dense(own, windows, inner, layer.Output.Columns, layer.Activation);
    }

    private static double[] Joined(JoinOperation join, double[] first, double[] second)
    {
        int f = join.Input.Columns, g = join.Second.Columns;
        return [.. Enumerable.Range(0, first.Length / f)
            .SelectMany(i => first[(i * f)..((i + 1) * f)].Concat(second[(i * g)..((i + 1) * g)]))];
    }
}
