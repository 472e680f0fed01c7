// covers: SymbolicPrediction
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Numerics.Random;
using Moliere.Numerics.Special;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Export;

public sealed class SymbolicMixtureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Questions_AreAnsweredAsByTheMixtureItself(int components)
    {
        float[] parameters = Random(components, rows: 60);
        Dictionary<string, OnnxTensorValue> answers = Ask(parameters, components);
        for (int row = 0; row < 60; row++)
        {
            var mixture = new NormalMixture(parameters.AsSpan(row * 3 * components, 3 * components));
            Assert.Equal(mixture.Mean(), answers["mean"].Data[row], 1e-12);
            Assert.Equal(mixture.Variance(), answers["variance"].Data[row], 1e-12);
            Assert.Equal(mixture.Quantile(0.5), answers["median"].Data[row], 1e-7);
            double mode = mixture.Mode(), found = answers["mode"].Data[row];
            Assert.True(
                Math.Abs(mode - found) < 1e-8 || mixture.Density(found) > mixture.Density(mode) * (1 - 1e-9),
                $"row {row}: {found}, expected {mode}");
        }
    }

    [Fact]
    public void FlatPeak_IsFoundToAThousandthOfItsWidth()
    {
        // Two equal components exactly two sigmas apart: second and third derivative vanish at the peak.
        Dictionary<string, OnnxTensorValue> answers = Ask([0.5f, 0.5f, -1, 1, 1, 1], 2);
        Assert.Equal(0, answers["mode"].Data[0], 1e-3);
    }

    [Fact]
    public void VanishedComponent_DoesNotHurt()
    {
        Dictionary<string, OnnxTensorValue> answers = Ask([0, 1, 500, -0.25f, 1e-4f, 0.1f], 2);
        Assert.Equal(-0.25, answers["mode"].Data[0], 1e-12);
        Assert.Equal(-0.25, answers["median"].Data[0], 1e-7);
    }

    private static float[] Random(int components, int rows)
    {
        var rng = new Rng(5, "mixtures", (ulong)components);
        var parameters = new float[rows * 3 * components];
        for (int i = 0; i < parameters.Length; i++)
        {
            int part = i / components % 3;
            parameters[i] = (float)(part == 0 ? 1.0 / components
                : part == 1 ? 0.2 * rng.NextGaussian() - 0.3 : Distributions.Uniform(0.02, 0.3, ref rng));
        }

        return parameters;
    }

    // The mixtures travel through the graph's input: shares, means and sigmas as columns.
    private static Dictionary<string, OnnxTensorValue> Ask(float[] parameters, int components)
    {
        var graph = new OnnxBuilder();
        OnnxSymbol all = graph.Input(new("x", OnnxType.Float, ["N", "K"], "")).To(OnnxType.Double);
        OnnxSymbol Part(int part) =>
            all.Gather(1, [.. Enumerable.Range(part * components, components).Select(i => (long)i)]);
        var mixture = new SymbolicMixture(Part(0), Part(1), Part(2), components);
        (string Name, OnnxSymbol Answer)[] answers =
        [
            ("mean", mixture.Mean()), ("variance", mixture.Variance()), ("mode", mixture.Mode()),
            ("median", mixture.Median()),
        ];
        foreach ((string name, OnnxSymbol answer) in answers)
        {
            graph.Output(answer, new(name, OnnxType.Double, ["N"], ""));
        }

        return OnnxEvaluator.Run(new() { Graph = graph.Build("g", "") }, parameters, 3 * components);
    }
}
