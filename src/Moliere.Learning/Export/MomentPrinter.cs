using Moliere.Formats.Onnx;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints the pass of means and variances through a Bayesian network; <see cref="MomentPass"/> says what passes.
/// </summary>
/// <source>
/// Hernandez-Lobato and Adams, arXiv:1502.05336, section 3.1; Frey and Hinton, Neural Comput. 11 (1999) 193.
/// </source>
internal static class MomentPrinter
{
    /// <summary>Means and variances of the outputs, float [N, O] each.</summary>
    /// <param name="input">float [N, F], taken as exact.</param>
    /// <param name="tape">A tape of normal dense layers only.</param>
    /// <param name="parameters">Its flat parameter vector.</param>
    public static (OnnxSymbol Mean, OnnxSymbol Variance) Print(OnnxSymbol input, Tape tape, float[] parameters)
    {
        OnnxSymbol mean = input;
        OnnxSymbol? variance = null;
        foreach (Operation operation in tape.Operations)
        {
            var layer = (BayesianDenseOperation)operation;
            (OnnxSymbol m, OnnxSymbol v) = Linear(mean, variance, layer, parameters);
            (mean, OnnxSymbol after) = MomentActivation.Print(layer.Activation, m, v);
            variance = after;
        }

        return (mean, variance!.Value);
    }

    // The features have no variance, so the first layer has one product less.
    private static (OnnxSymbol Mean, OnnxSymbol Variance) Linear(
        OnnxSymbol mean, OnnxSymbol? variance, BayesianDenseOperation layer, float[] parameters)
    {
        long f = layer.Input.Columns, h = layer.Output.Columns;
        float[] means = parameters[layer.MeanOffset..layer.BiasOffset];
        float[] spreads = parameters[layer.LogVarianceOffset..(layer.LogVarianceOffset + layer.WeightCount)];
        OnnxSymbol Constant(string name, ReadOnlySpan<float> values, params long[] shape) =>
            mean.Builder.Constant(OnnxTensor.Of($"layer_{layer.Output.Index}_{name}", values, shape));
        OnnxSymbol m = Constant("means", means, f, h);
        OnnxSymbol s = Constant("variances", Array.ConvertAll(spreads, MathF.Exp), f, h);
        OnnxSymbol z = mean.With("MatMul", m)
            + Constant("biases", parameters.AsSpan(layer.BiasOffset, (int)h), h);
        OnnxSymbol square = mean * mean;
        return variance is not { } c
            ? (z, square.With("MatMul", s))
            : (z, (square + c).With("MatMul", s) + c.With("MatMul", m * m));
    }
}
