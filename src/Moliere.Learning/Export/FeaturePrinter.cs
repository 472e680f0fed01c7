using Moliere.Data.Features;
using Moliere.Formats.Onnx;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints the preparation of a model's inputs: bounds, transform and standardisation, in double precision as
/// <see cref="FittedFeatures.Apply"/> does it. The graph starts from the values of the features' expressions.
/// </summary>
public static class FeaturePrinter
{
    /// <summary>The matrix that the network expects.</summary>
    /// <param name="raw">Values of the expressions in house units, float [N, F].</param>
    /// <param name="features">The features in the order of the columns.</param>
    /// <returns>float [N, F]; not finite where the value, or what the transform makes of it, is not.</returns>
    public static OnnxSymbol Print(OnnxSymbol raw, FittedFeatures features)
    {
        OnnxBuilder graph = raw.Builder;
        IReadOnlyList<FittedFeature> all = features.Features;
        OnnxSymbol transformed = Transformed(Bounded(raw.To(OnnxType.Double), all), all);
        OnnxSymbol mean = Row(graph, "feature_means", [.. all.Select(fitted => fitted.Mean)]);
        OnnxSymbol sigma = Row(graph, "feature_sigmas", [.. all.Select(fitted => fitted.Sigma)]);
        return ((transformed - mean) / sigma).To(OnnxType.Float);
    }

    /// <summary>Whether all values of a row are finite, [N]: x - x is 0 for those and NaN for the others.</summary>
    /// <param name="matrices">float [N, ...] each.</param>
    public static OnnxSymbol IsFinite(params OnnxSymbol[] matrices)
    {
        OnnxSymbol sum = matrices.Select(matrix => (matrix - matrix).Sum(1)).Aggregate((a, b) => a + b);
        return sum.Test("Equal", sum.Number(0));
    }

    private static OnnxSymbol Bounded(OnnxSymbol values, IReadOnlyList<FittedFeature> all)
    {
        double[] low = [.. all.Select(fitted => fitted.Feature.Low ?? double.NegativeInfinity)];
        double[] high = [.. all.Select(fitted => fitted.Feature.High ?? double.PositiveInfinity)];
        OnnxSymbol raised = low.All(double.IsInfinity)
            ? values
            : values.With("Max", Row(values.Builder, "feature_low", low));
        return high.All(double.IsInfinity)
            ? raised
            : raised.With("Min", Row(values.Builder, "feature_high", high));
    }

    // Columns of one transform are taken out, transformed together, and put back into their places.
    private static OnnxSymbol Transformed(OnnxSymbol values, IReadOnlyList<FittedFeature> all)
    {
        IGrouping<FeatureTransform, int>[] groups =
            [.. Enumerable.Range(0, all.Count).GroupBy(column => all[column].Feature.Transform)];
        if (groups.Length == 1)
        {
            return Transformed(values, groups[0].Key, all);
        }

        OnnxSymbol[] parts = [.. groups.Select(group => Transformed(
            values.Gather(1, [.. group.Select(column => (long)column)]), group.Key,
            [.. group.Select(column => all[column])]))];
        int[] order = [.. groups.SelectMany(group => group)];
        long[] places = [.. Enumerable.Range(0, all.Count).Select(column => (long)Array.IndexOf(order, column))];
        return values.Builder.Node("Concat", OnnxType.Double, parts, OnnxAttribute.Of("axis", 1)).Gather(1, places);
    }

    private static OnnxSymbol Transformed(
        OnnxSymbol values, FeatureTransform transform, IReadOnlyList<FittedFeature> own)
    {
        switch (transform)
        {
            case FeatureTransform.Identity:
                return values;
            case FeatureTransform.Log10:
                double[] floors = [.. own.Select(fitted => fitted.Feature.Floor)];
                OnnxSymbol floored = values.With("Max", Row(values.Builder, "logarithm_floors", floors));
                return floored.Through("Log") * (1 / Math.Log(10));
            case FeatureTransform.SignedCubeRoot:
                return values.Through("Sign") * values.Through("Abs").With("Pow", values.Number(1.0 / 3));
            default:
                throw new ArgumentOutOfRangeException(nameof(transform), transform, "No transform of features.");
        }
    }

    private static OnnxSymbol Row(OnnxBuilder graph, string name, double[] values) =>
        graph.Constant(OnnxTensor.Of(name, values, values.Length));
}
