using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>A dense network in double precision, one row at a time: what the engine must equal.</summary>
internal static class ReferenceNetwork
{
    public static double[] Row(Tape tape, IReadOnlyList<double> parameters, double[] x)
    {
        foreach (DenseOperation layer in tape.Operations.Cast<DenseOperation>())
        {
            double[] weights = [.. parameters.Skip(layer.ParameterOffset).Take(layer.WeightCount)];
            double[] bias = [.. parameters.Skip(layer.ParameterOffset + layer.WeightCount).Take(layer.Output.Columns)];
            double[] z = ReferenceMatMul.Multiply(x, weights, bias, 1, layer.Output.Columns);
            x = [.. z.Select(value => ReferenceActivation.Value(layer.Activation, value))];
        }

        return x;
    }
}
