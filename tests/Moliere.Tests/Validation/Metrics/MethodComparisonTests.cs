using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class MethodComparisonTests
{
    private static readonly MetricsOptions Few = new() { Replicas = 40, Threads = 2 };

    [Fact]
    public void ScaledCopy_HasTheScaleAsRatioAndPullsThatMoveTogether()
    {
        ValidationSample sample = Two(8000, scale: 1.1f, noise: 0);
        IReadOnlyList<FigureEntry> figures = MethodComparison.Evaluate(sample, [BinAxis.Linear("mu", 2, 0, 80)], Few);

        Assert.Equal(1.1, figures.Whole(MetricName.SigmaRatioMedian, "ensemble/bnn")!.Value!.Value, 1e-5);
        Assert.Equal(0, figures.Whole(MetricName.SigmaRatioWidth, "ensemble/bnn")!.Value!.Value, 1e-5);
        Assert.Equal(1, figures.Whole(MetricName.ValueRatioMedian, "ensemble/bnn")!.Value!.Value, 1e-5);
        Assert.InRange(figures.Whole(MetricName.PullCorrelation, "ensemble/bnn")!.Value!.Value, 0.999, 1.000001);
        Assert.Equal(2 * 5, figures.Count(entry => entry.Variable == "mu"));
        Assert.All(figures, entry => Assert.NotNull(entry.Error));
    }

    [Fact]
    public void ValuesThatDiffer_LowerTheCorrelationAsComputed()
    {
        // Pulls t and (t + n) with n of 0.75 sigma: correlation 1 / sqrt(1 + 0.75^2) = 0.8.
        IReadOnlyList<FigureEntry> figures = MethodComparison.Evaluate(Two(20000, scale: 1, noise: 0.75), [], Few);

        Assert.Equal(0.8, figures.Whole(MetricName.PullCorrelation, "ensemble/bnn")!.Value!.Value, 0.01);
        Assert.Equal(1, figures.Whole(MetricName.ValueRatioMedian, "ensemble/bnn")!.Value!.Value, 0.003);
        Assert.Equal(0.075, figures.Whole(MetricName.ValueRatioWidth, "ensemble/bnn")!.Value!.Value, 0.003);
    }

    [Fact]
    public void Pairs_AreLaterOverEarlierAmongMethodsWithUncertainty()
    {
        ValidationSample sample = Two(100, 1, 0);
        ValidationSample three = sample with
        {
            Methods =
            [
                new("em", SyntheticSample.Constant(100, 1, null)), new("mdn", sample.Methods[0].Predictions),
                .. sample.Methods,
            ],
        };
        Assert.Equal(["bnn/mdn", "ensemble/mdn", "ensemble/bnn"], MethodComparison.Pairs(three)
            .Select(pair => MethodComparison.NameOf(pair.First.Name, pair.Second.Name)));
    }

    internal static ValidationSample Two(int rows, float scale, double noise)
    {
        ValidationSample sample = SyntheticSample.LogNormal(rows, 1, 0.1);
        float[] target = [.. Enumerable.Range(0, rows).Select(row =>
            (float)(1 + (0.1 * new Rng(1, "truth", (ulong)row).NextGaussian())))];
        Predictions bnn = SyntheticSample.Constant(rows, 1, 0.1f);
        Predictions ensemble = SyntheticSample.Constant(rows, 1, 0.1f * scale) with
        {
            Response = [.. Enumerable.Range(0, rows).Select(row =>
                (float)(1 + (0.1 * noise * new Rng(2, "other", (ulong)row).NextGaussian())))],
        };
        return sample with { Target = target, Methods = [new("bnn", bnn), new("ensemble", ensemble)] };
    }
}
