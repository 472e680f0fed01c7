// covers: MethodSample, MetricName, FigureEntry, MetricsOptions
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class ResponseValidationTests
{
    private static readonly MetricsOptions Few = new() { Replicas = 40, Threads = 2 };

    [Fact]
    public void LogNormalResponse_GivesItsMedianModeAndWidth()
    {
        ValidationSample sample = SyntheticSample.LogNormal(40000, scale: 0.8, sigma: 0.2);
        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [], Few);

        AssertClose(figures.Whole(MetricName.LinearityMedian, "bare"), 0.8 - 1, 0.004);
        AssertClose(figures.Whole(MetricName.LinearityMode, "bare"), (0.8 * Math.Exp(-0.04)) - 1, 0.015);
        AssertClose(figures.Whole(MetricName.Resolution, "bare"), Math.Sinh(0.2), 0.004);
        AssertClose(figures.Whole(MetricName.LinearityMedian, "right"), 0, 0.004);
        AssertClose(figures.Whole(MetricName.Resolution, "right"), Math.Sinh(0.2), 0.004);
        Assert.Null(figures.Whole(MetricName.PullMean, "bare"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void KnownSpread_GivesPullsAndRatiosInEveryBin(double claimed)
    {
        ValidationSample sample = SyntheticSample.Normal(60000, seed: 3, claimed);
        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [], Few with { SpreadBins = 8 });

        AssertClose(figures.Whole(MetricName.PullMean, "net"), 0, 0.02 / claimed);
        AssertClose(figures.Whole(MetricName.PullWidth, "net"), 1 / claimed, 0.015 / claimed);
        FigureEntry[] bins = [.. figures.Where(entry => entry.Variable == MetricName.PredictedSpread
            && entry.Metric == MetricName.SpreadRatio)];
        Assert.Equal(8, bins.Length);
        Assert.All(bins, bin => AssertClose(bin, 1 / claimed, 0.06 / claimed));
        Assert.Equal(60000, bins.Sum(bin => bin.Entries));
    }

    [Fact]
    public void SlopeAgainstPileUp_IsRecoveredWithinItsInterval()
    {
        ValidationSample flat = SyntheticSample.LogNormal(40000, 1, 0.15);
        float[] mu = flat.Variables["mu"];
        ValidationSample sample = flat with
        {
            Target = [.. flat.Target.Select((target, row) => target * (1 + (0.002f * mu[row])))],
        };
        BinAxis axis = BinAxis.Linear("mu", 16, 0, 80) with { HasSlope = true };
        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [axis], Few);

        FigureEntry slope = Assert.Single(
            figures, entry => entry.Metric == MetricName.LinearitySlope && entry.Method == "bare");
        Assert.InRange(slope.Value!.Value, 0.002 - (2 * slope.Error!.Value), 0.002 + (2 * slope.Error.Value));
        Assert.InRange(slope.Error.Value, 1e-5, 3e-4);
        Assert.Equal(("mu", 0.0, 80.0), (slope.Variable, slope.Low, slope.High));
    }

    [Fact]
    public void BinsWithFewerThanFiftyRows_AreCountedWithoutValue()
    {
        ValidationSample sample = SyntheticSample.LogNormal(2000, 1, 0.1);
        BinAxis axis = BinAxis.Ranges("E_dep", (900, 1000), (0.3, 1000), (5000, 6000), (5, double.PositiveInfinity));
        IReadOnlyList<FigureEntry> figures = ResponseValidation.Evaluate(sample, [axis], Few);
        FigureEntry[] medians = [.. figures.Where(entry => entry.Variable == "E_dep"
            && entry.Metric == MetricName.LinearityMedian && entry.Method == "bare")];

        Assert.Equal(4, medians.Length);
        Assert.InRange(medians[0].Entries, 1, 49);
        Assert.Null(medians[0].Value);
        Assert.NotNull(medians[1].Value);
        Assert.Equal(0, medians[2].Entries);
        Assert.Null(medians[3].High);
        Assert.NotNull(medians[3].Error);
    }

    [Fact]
    public void AnyNumberOfThreads_GivesTheSameBits()
    {
        ValidationSample sample = SyntheticSample.LogNormal(5000, 0.9, 0.3) with
        {
            Weights = [.. Enumerable.Range(0, 5000).Select(row => row % 7 == 0 ? -0.5f : 1 + (row % 3))],
        };
        BinAxis[] axes = [BinAxis.Logarithmic("E_dep", 12, 0.3, 1000), BinAxis.Linear("mu", 5, 0, 80)];
        IReadOnlyList<FigureEntry> one = ResponseValidation.Evaluate(sample, axes, Few with { Threads = 1 });
        IReadOnlyList<FigureEntry> three = ResponseValidation.Evaluate(sample, axes, Few with { Threads = 3 });

        Assert.Equal(one, three);
        Assert.NotEqual(one, ResponseValidation.Evaluate(sample, axes, Few with { Seed = 2 }));
    }

    [Fact]
    public void IntegerWeights_GiveTheFiguresOfRepeatedRows()
    {
        ValidationSample once = SyntheticSample.LogNormal(600, 1, 0.2) with
        {
            Weights = [.. Enumerable.Range(0, 600).Select(row => row % 3 == 0 ? 2f : 1f)],
        };
        int[] rows = [.. Enumerable.Range(0, 600).SelectMany(row => Enumerable.Repeat(row, row % 3 == 0 ? 2 : 1))];
        ValidationSample repeated = once with
        {
            Target = [.. rows.Select(row => once.Target[row])],
            Weights = null,
            Events = null,
            Variables = new Dictionary<string, float[]>(),
            Methods = [new("bare", SyntheticSample.Constant(rows.Length, 1, null))],
        };

        double a = ResponseValidation.Evaluate(once, [], Few).Whole(MetricName.LinearityMedian, "bare")!.Value!.Value;
        double b =
            ResponseValidation.Evaluate(repeated, [], Few).Whole(MetricName.LinearityMedian, "bare")!.Value!.Value;
        Assert.Equal(b, a, 3e-3);
    }

    [Fact]
    public void RowsThatCouldNotBeCalibrated_StayInTheResponseButNotInThePulls()
    {
        ValidationSample sample = SyntheticSample.LogNormal(1000, 1, 0.1);
        Predictions some = sample.Methods[1].Predictions with
        {
            Status = [.. Enumerable.Range(0, 1000).Select(row => (CalibrationStatus)(row < 960 ? 1 : 0))],
        };
        IReadOnlyList<FigureEntry> figures =
            ResponseValidation.Evaluate(sample with { Methods = [new("some", some)] }, [], Few);

        Assert.NotNull(figures.Whole(MetricName.LinearityMedian, "some")!.Value);
        Assert.Equal(1000, figures.Whole(MetricName.LinearityMedian, "some")!.Entries);
        Assert.Equal(40, figures.Where(entry =>
            entry.Variable == MetricName.PredictedSpread).Max(entry => entry.Entries));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void BootstrapIntervals_CoverTheTruthNinetyFivePercentOfTheTime()
    {
        int covered = 0, coveredByRows = 0;
        const int Trials = 300;
        for (int trial = 0; trial < Trials; trial++)
        {
            ValidationSample sample = Correlated(400, (ulong)trial);
            covered += Covers(sample) ? 1 : 0;
            coveredByRows += Covers(sample with { Events = null }) ? 1 : 0;
        }

        Assert.InRange(covered / (double)Trials, 0.91, 0.985);
        // Rows of an event share half of their fluctuation: an interval that resamples rows is too short.
        Assert.True(coveredByRows < 0.85 * Trials, $"{coveredByRows} of {Trials}");
    }

    private static bool Covers(ValidationSample sample)
    {
        FigureEntry median = ResponseValidation.Evaluate(sample, [], new() { Replicas = 200, Threads = 1 })
            .Whole(MetricName.LinearityMedian, "bare")!;
        return Math.Abs(median.Value!.Value) <= median.Error!.Value;
    }

    private static ValidationSample Correlated(int rows, ulong seed)
    {
        ValidationSample sample = SyntheticSample.LogNormal(rows, 1, 0.1, seed);
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "shared", (ulong)(row / 4));
            sample.Target[row] *= (float)Math.Exp(0.1 * rng.NextGaussian());
        }

        return sample;
    }

    private static void AssertClose(FigureEntry? entry, double expected, double tolerance) =>
        Assert.InRange(entry!.Value!.Value, expected - tolerance, expected + tolerance);
}
