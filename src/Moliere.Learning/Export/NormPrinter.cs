using Moliere.Formats.Onnx;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints normalisations as plain arithmetic along the last axis: it holds for any number of leading axes, and no
/// runtime needs an operator set newer than the house's for it.
/// </summary>
internal static class NormPrinter
{
    /// <summary>y = (x - m) s + b with m, s = g / sqrt(v + epsilon) and b of the network as constants.</summary>
    /// <param name="x">[.., C].</param>
    /// <param name="norm">The operation.</param>
    /// <param name="stack">Parameters of each of P networks.</param>
    public static OnnxSymbol Batch(OnnxSymbol x, BatchNormOperation norm, IReadOnlyList<float[]> stack)
    {
        int columns = norm.Output.Columns;
        float[][] scales = [.. stack.Select(parameters =>
        {
            ReadOnlySpan<float> own = parameters.AsSpan(norm.ParameterOffset, norm.ParameterCount);
            var scale = new float[columns];
            for (int j = 0; j < columns; j++)
            {
                scale[j] = own[j] / MathF.Sqrt(own[(3 * columns) + j] + BatchNormOperation.Epsilon);
            }

            return scale;
        })];
        return ((x - Row(x, norm, "mean", Part(norm, stack, 2))) * Row(x, norm, "scale", scales))
            + Row(x, norm, "shift", Part(norm, stack, 1));
    }

    /// <summary>y = g (x - mean) / sqrt(variance + epsilon) + b with the moments of the last axis.</summary>
    /// <param name="x">[.., C].</param>
    /// <param name="norm">The operation.</param>
    /// <param name="stack">Parameters of each of P networks.</param>
    public static OnnxSymbol Layer(OnnxSymbol x, LayerNormOperation norm, IReadOnlyList<float[]> stack)
    {
        OnnxSymbol distance = x - x.Reduce("ReduceMean", -1, isKept: true);
        OnnxSymbol variance = (distance * distance).Reduce("ReduceMean", -1, isKept: true);
        OnnxSymbol normal = distance / (variance + LayerNormOperation.Epsilon).Through("Sqrt");
        return (normal * Row(x, norm, "scale", Part(norm, stack, 0))) + Row(x, norm, "shift", Part(norm, stack, 1));
    }

    private static float[][] Part(Operation norm, IReadOnlyList<float[]> stack, int part)
    {
        int columns = norm.Output.Columns, first = norm.ParameterOffset + (part * columns);
        return [.. stack.Select(parameters => parameters[first..(first + columns)])];
    }

    private static OnnxSymbol Row(OnnxSymbol x, Operation norm, string name, float[][] rows) =>
        x.Builder.Constant(OnnxTensor.Of(
            $"layer_{norm.Output.Index}_{name}", [.. rows.SelectMany(row => row)],
            rows.Length == 1 ? [norm.Output.Columns] : [rows.Length, 1, norm.Output.Columns]));
}
