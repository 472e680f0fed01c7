using Moliere.Data.Features;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Export;

public sealed class FeaturePrinterTests
{
    private static readonly Feature s_a =
        new() { Name = "a", Expression = "a", Transform = FeatureTransform.SignedCubeRoot };
    private static readonly Feature s_b = new() { Name = "b", Expression = "b", Low = -2, High = 5 };
    private static readonly Feature s_c =
        new() { Name = "c", Expression = "c", Transform = FeatureTransform.Log10, Floor = 1e-3 };

    // Columns a, b, c; the last rows are not finite.
    private static readonly float[] s_raw =
        [-8, 1, 100, 27, -3, 0, 0, 9, -5, 1e30f, 0.5f, 1e-20f, float.NaN, 1, 1, 1, float.NegativeInfinity, 1];

    [Fact]
    public void Columns_ArePreparedAsForTraining() => Check([s_a, s_b, s_c]);

    [Fact]
    public void EachTransformAlone_IsPreparedAsForTraining()
    {
        Check([s_a, s_a with { Name = "b", Expression = "b" }, s_a with { Name = "c", Expression = "c" }]);
        Check([s_c with { Name = "a", Expression = "a" }, s_c with { Name = "b", Expression = "b" }, s_c]);
    }

    private static void Check(Feature[] features)
    {
        Table table = new([.. Enumerable.Range(0, 3).Select(f => (Column)new FloatColumn(
            $"{"abc"[f]}", "", "", [.. Enumerable.Range(0, 6).Select(row => s_raw[(row * 3) + f])]))]);
        FittedFeatures fitted = new FeatureSet(features).Fit(table, [0, 1, 2, 3]);
        var graph = new OnnxBuilder();
        OnnxSymbol raw = graph.Input(new("x", OnnxType.Float, ["N", "3"], ""));
        OnnxSymbol standard = FeaturePrinter.Print(raw, fitted);
        graph.Output(standard, new("z", OnnxType.Float, ["N", "3"], ""));
        graph.Output(FeaturePrinter.IsFinite(raw, standard), new("ok", OnnxType.Boolean, ["N"], ""));
        Dictionary<string, OnnxTensorValue> found =
            OnnxEvaluator.Run(new() { Graph = graph.Build("g", "") }, s_raw, 3);
        float[] expected = fitted.Apply(table, out bool[] isFinite);
        Assert.Equal(isFinite, found["ok"].Data.Select(value => value == 1));
        Assert.Equal([true, true, true, true, false, false], isFinite);
        Assert.All(expected.Take(12).Zip(found["z"].Data), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
