using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class UncertaintyValidationTests
{
    private static readonly MetricsOptions Few = new() { Replicas = 40, Threads = 2, SpreadBins = 4 };

    [Theory]
    [InlineData(1, 0.6827, 0.95, 0.0027)]
    [InlineData(0.5, 0.3829, 0.6729, 0.1336)]
    [InlineData(2, 0.9545, 0.9999, 0)]
    public void NormalErrors_GiveTheCoverageOfTheirSigma(double claimed, double one, double two, double tail)
    {
        IReadOnlyList<FigureEntry> figures =
            ResponseValidation.Evaluate(SyntheticSample.Normal(40000, seed: 3, claimed), [], Few);

        AssertClose(figures, MetricName.Coverage68, one, 0.008);
        AssertClose(figures, MetricName.Coverage95, two, 0.008);
        AssertClose(figures, MetricName.PullTail, tail, 0.006);
        AssertClose(figures, MetricName.PullCoreMean, 0, 0.025 / claimed);
        AssertClose(figures, MetricName.PullCoreWidth, 1 / claimed, 0.03 / claimed);
    }

    // Normal errors of width s claimed as c: the curve is Phi(q c / s), its distance to the diagonal arctan(c / s) / pi
    // - 1/4 on either side, by integrating the arc tangent law of the ratio of two normal numbers.
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void CalibrationError_IsTheAreaBesideTheDiagonal(double claimed)
    {
        IReadOnlyList<FigureEntry> figures =
            ResponseValidation.Evaluate(SyntheticSample.Normal(40000, seed: 4, claimed), [], Few);
        AssertClose(figures, MetricName.CalibrationError, Math.Abs((Math.Atan(claimed) / Math.PI) - 0.25), 0.006);
    }

    [Fact]
    public void PartsOfSigma_AreMediansRelativeToTheValue()
    {
        ValidationSample sample = SyntheticSample.Normal(4000, seed: 5);
        Predictions half = SyntheticSample.Constant(4000, 2, 0.3f) with { SigmaStat = new float[4000] };
        Array.Fill(half.SigmaStat!, 0.4f);
        IReadOnlyList<FigureEntry> figures =
            ResponseValidation.Evaluate(sample with { Methods = [new("net", half)] }, [], Few);

        AssertClose(figures, MetricName.Sharpness, 0.25, 1e-6);
        AssertClose(figures, MetricName.SigmaStat, 0.2, 1e-6);
        AssertClose(figures, MetricName.SigmaSyst, 0.15, 1e-6);
    }

    [Fact]
    public void SkewedDistribution_IsCoveredWhereItsNormalApproximationIsNot()
    {
        const int Rows = 30000;
        float[] target = [.. Enumerable.Range(0, Rows).Select(row =>
            (float)Math.Pow(10, 0.25 * new Rng(8, "skewed", (ulong)row).NextGaussian()))];
        Predictions bare = SyntheticSample.Constant(Rows, 1, (float)(0.25 * Math.Log(10)));
        float[] law = [.. Enumerable.Range(0, Rows).SelectMany(_ => new[] { 1, 0, 0.25f })];
        Predictions whole = bare with
        {
            Distribution = new() { Scale = ResponseScale.Log10, Components = 1, Parameters = law },
        };
        var sample = new ValidationSample
        {
            Target = target,
            Variables = new Dictionary<string, float[]>(),
            Methods = [new("whole", whole), new("bare", bare)],
        };
        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [], Few);

        Assert.Equal(0.95, figures.Whole(MetricName.Coverage95, "whole")!.Value!.Value, 0.006);
        Assert.True(figures.Whole(MetricName.CalibrationError, "whole")!.Value < 0.01);
        Assert.True(figures.Whole(MetricName.CalibrationError, "bare")!.Value > 0.02);
        const string score = MetricName.NegativeLogLikelihood;
        Assert.True(figures.Whole(score, "whole")!.Value < figures.Whole(score, "bare")!.Value);
    }

    [Fact]
    public void CrpsOfALogarithm_IsNotOwnedByOneWideRow()
    {
        const int rows = 200;
        float[] parameters = [.. Enumerable.Range(0, rows).SelectMany(row => new[] { 1f, 0f, row == 7 ? 3f : 0.1f })];
        var predictions = new Predictions
        {
            Response = [.. Enumerable.Repeat(1f, rows)],
            SigmaSyst = [.. Enumerable.Repeat(0.2f, rows)],
            Distribution = new() { Scale = ResponseScale.Log10, Components = 1, Parameters = parameters },
            Status = new CalibrationStatus[rows],
        };
        var sample = new ValidationSample
        {
            Target = [.. Enumerable.Repeat(1f, rows)],
            Variables = new Dictionary<string, float[]>(),
            Methods = [new("net", predictions)],
        };
        double each = (Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI); // in units of sigma, for a target at the centre
        double expected = each * ((0.1 * (rows - 1)) + 3) / rows;
        AssertClose(ResponseValidation.Evaluate(sample, [], Few), MetricName.Crps, expected, 1e-6);
    }

    [Fact]
    public void CoreOfThePull_IsNotMovedByTails()
    {
        ValidationSample sample = SyntheticSample.Normal(40000, seed: 6);
        float[] sigma = sample.Methods[0].Predictions.SigmaSyst!;
        for (int row = 0; row < 40000; row += 10)
        {
            sample.Target[row] = 1 + (8 * sigma[row]);
        }

        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [], Few);
        AssertClose(figures, MetricName.PullCoreMean, 0, 0.03);
        AssertClose(figures, MetricName.PullCoreWidth, 1, 0.03);
        AssertClose(figures, MetricName.PullTail, 0.1 + (0.9 * 0.0027), 0.003);
    }

    [Fact]
    public void NegativeWeights_TakeRowsAway()
    {
        ValidationSample good = SyntheticSample.Normal(3000, seed: 7);
        float[] target = [.. good.Target, .. Enumerable.Repeat(3f, 500), .. Enumerable.Repeat(3f, 500)];
        Predictions all = SyntheticSample.Constant(4000, 1, null) with
        {
            SigmaSyst = [.. good.Methods[0].Predictions.SigmaSyst!, .. Enumerable.Repeat(0.1f, 1000)],
        };
        ValidationSample cancelled = good with
        {
            Target = target,
            Weights = [.. Enumerable.Range(0, 4000).Select(row => row < 3500 ? 1f : -1f)],
            Methods = [new("net", all)],
        };
        IReadOnlyList<FigureEntry> expected = ResponseValidation.Evaluate(good, [], Few);
        IReadOnlyList<FigureEntry> found = ResponseValidation.Evaluate(cancelled, [], Few);
        foreach (string metric in MetricName.All.Where(name => expected.Whole(name, "net") is not null))
        {
            // The mean predicted sigma of spread_ratio and modes go through floats in another order.
            AssertClose(found, metric, expected.Whole(metric, "net")!.Value!.Value, 2e-3);
        }
    }

    [Fact]
    public void IntervalsAreThere_AndBitsDoNotDependOnThreads()
    {
        ValidationSample sample = SyntheticSample.LogNormal(4000, 0.9, 0.2);
        BinAxis[] axes = [BinAxis.Linear("mu", 3, 0, 80)];
        IReadOnlyList<FigureEntry> one = ResponseValidation.Evaluate(sample, axes, Few with { Threads = 1 });

        Assert.Equal(one, ResponseValidation.Evaluate(sample, axes, Few with { Threads = 2 }));
        FigureEntry[] bins = [.. one.Where(entry => entry is { Method: "right", Variable: "mu" })];
        Assert.Equal(3 * 17, bins.Length);
        Assert.All(bins, bin => Assert.NotNull(bin.Error));
        Assert.DoesNotContain(one, entry => entry.Method == "bare" && entry.Metric == MetricName.Coverage68);
        Assert.Contains(one, entry => entry.Variable == MetricName.PredictedResponse);
    }

    private static void AssertClose(
        IReadOnlyList<FigureEntry> figures, string metric, double expected, double tolerance) =>
        Assert.InRange(
            figures.Whole(metric, "net")!.Value!.Value, expected - tolerance, expected + tolerance);
}
