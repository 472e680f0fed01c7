using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Losses;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Export;

public sealed class NetworkPrinterTests
{
    public static TheoryData<Loss> Losses =>
    [
        new MeanSquaredError(), new GaussianKernelLoss(), new RelativeError(), new GaussianNll(), new MixtureNll(1),
        new MixtureNll(3), new BinaryCrossEntropy(),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Outputs_AreReadAsTheLossReadsThem(Loss loss)
    {
        // The first row is ordinary, the second has log-variances and logits far outside.
        float[] outputs = [0.1f, -3, 0.2f, -0.3f, -5, -1, 0.4f, 0, 2, 1, 50, -0.5f, 12, -60, 10.5f, 90, -90, 89];
        outputs = [.. outputs.Take(loss.OutputCount), .. outputs.Skip(9).Take(loss.OutputCount)];
        var graph = new OnnxBuilder();
        OnnxSymbol x = graph.Input(new("x", OnnxType.Float, ["N", "O"], ""));
        SymbolicMixture mixture = NetworkPrinter.Decode(x, loss);
        Assert.Equal(loss.Components, mixture.Components);
        graph.Output(mixture.Shares, new("shares", OnnxType.Double, ["N", "K"], ""));
        graph.Output(mixture.Means, new("means", OnnxType.Double, ["N", "K"], ""));
        graph.Output(mixture.Sigmas, new("sigmas", OnnxType.Double, ["N", "K"], ""));
        Dictionary<string, OnnxTensorValue> found =
            OnnxEvaluator.Run(new() { Graph = graph.Build("g", "") }, outputs, loss.OutputCount);
        for (int row = 0; row < 2; row++)
        {
            var expected = new float[3 * loss.Components];
            loss.Decode(outputs.AsSpan(row * loss.OutputCount, loss.OutputCount), expected);
            double[] printed = [.. new[] { "shares", "means", "sigmas" }.SelectMany(
                name => found[name].Data.Skip(row * loss.Components).Take(loss.Components))];
            Assert.All(expected.Zip(printed), pair =>
                Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Max(1, Math.Abs(pair.First))));
        }
    }

    [Fact]
    public void Probabilities_AreThoseOfTheLoss()
    {
        float[] outputs = [1, 0, -2, 80, -90, 3], expected = new float[3];
        double[] found = Probabilities(outputs, new SoftmaxCrossEntropy(3));
        for (int row = 0; row < 2; row++)
        {
            SoftmaxCrossEntropy.Probabilities(outputs.AsSpan(3 * row, 3), expected);
            Assert.All(expected.Zip(found.Skip(3 * row)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }

        double p = BinaryCrossEntropy.Probability(1.5);
        Assert.All(
            new[] { 1 - p, p, 1, 0 }.Zip(Probabilities([1.5f, -90], new BinaryCrossEntropy())),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Throws<NotSupportedException>(() => Probabilities([1], new MeanSquaredError()));
    }

    private static double[] Probabilities(float[] outputs, Loss loss)
    {
        var graph = new OnnxBuilder();
        OnnxSymbol x = graph.Input(new("x", OnnxType.Float, ["N", "O"], ""));
        graph.Output(NetworkPrinter.Probabilities(x, loss), new("p", OnnxType.Float, ["N", "C"], ""));
        return OnnxEvaluator.Run(new() { Graph = graph.Build("g", "") }, outputs, loss.OutputCount)["p"].Data;
    }
}
