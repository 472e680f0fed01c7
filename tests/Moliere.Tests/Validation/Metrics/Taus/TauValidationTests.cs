// covers: TauMetric
using Moliere.Numerics.Special;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Tests.Validation.Metrics.Taus;

public sealed class TauValidationTests
{
    private static readonly MetricsOptions s_options = new() { Replicas = 60, Threads = 2 };

    private static readonly IReadOnlyList<FigureEntry> s_figures =
        TauValidation.Evaluate(ToyTaus.Of(12000), ["combined", "absent"], s_options);

    [Fact]
    public void KnownResponse_GivesScaleAndWidths()
    {
        AssertClose(s_figures.Whole(TauMetric.Scale, "lc")!, -0.2, 0.003);
        FigureEntry scale = s_figures.Whole(TauMetric.Scale, "combined")!;
        AssertClose(scale, 0, 0.003);
        double deviation = Math.Sqrt(((0.05 * 0.05) + (0.15 * 0.15)) / 2);
        double standardError = deviation / Math.Sqrt(12000);
        Assert.InRange(scale.Error!.Value / (1.96 * standardError), 0.7, 1.3);
        AssertClose(s_figures.Whole(TauMetric.Resolution68, "combined")!, HalfInterval(0.8413447), 0.002);
        AssertClose(s_figures.Whole(TauMetric.Resolution95, "combined")!, HalfInterval(0.975), 0.004);
        AssertClose(
            s_figures.Whole(TauMetric.Resolution68, "lc")!, ToyTaus.Scale * HalfInterval(0.8413447), 0.002);
        AssertClose(
            s_figures.Whole(TauMetric.TailRatio, "combined")!, HalfInterval(0.95) / HalfInterval(0.8413447), 0.03);
    }

    [Fact]
    public void Purities_AreTheSharesOfTheTwoLaws()
    {
        double inside = 0.5 * (Inside(0.2 / ToyTaus.Narrow) + Inside(0.2 / ToyTaus.Wide));
        AssertClose(s_figures.Whole(TauMetric.Within20, "combined")!, inside, 0.005);
        AssertClose(s_figures.Whole(TauMetric.WithinTwoSigma, "mdn")!, 0.954, 0.01);
        Assert.Null(s_figures.Whole(TauMetric.WithinTwoSigma, "combined"));
    }

    [Fact]
    public void EveryAxis_HasItsBins()
    {
        int Count(string variable, string metric) => s_figures.Count(entry =>
            entry.Variable == variable && entry.Metric == metric && entry.Method == "combined");
        Assert.Equal(15 + TauAxes.Ranges.Bins.Count, Count(TauAxes.TruePt, TauMetric.Scale));
        Assert.Equal(35, Count(TauAxes.Eta, TauMetric.Resolution68));
        Assert.Equal(35, Count(TauAxes.Mu, TauMetric.Resolution95));
        Assert.Equal(5, Count(TauAxes.TrueMode, TauMetric.TailRatio));
        FigureEntry mode = s_figures.First(entry => entry.Variable == TauAxes.TrueMode && entry.Method == "lc");
        Assert.Equal(12000 / 6, mode.Entries, 1.0); // class -1 lies in no bin
    }

    [Fact]
    public void PairedRatio_KnowsThatBothFluctuateTogether()
    {
        FigureEntry ratio = s_figures.InBin(TauMetric.Resolution68Ratio, "mdn/combined", TauAxes.TruePt, 20, 60)!;
        AssertClose(ratio, 0.5, 0.04);
        FigureEntry above = s_figures.InBin(TauMetric.Resolution68, "mdn", TauAxes.TruePt, 20, 60)!;
        FigureEntry below = s_figures.InBin(TauMetric.Resolution68, "combined", TauAxes.TruePt, 20, 60)!;
        double alone = ratio.Value!.Value * Math.Sqrt(
            Math.Pow(above.Error!.Value / above.Value!.Value, 2)
            + Math.Pow(below.Error!.Value / below.Value!.Value, 2));
        Assert.InRange(ratio.Error!.Value, 1e-5, 0.8 * alone);
        Assert.DoesNotContain(s_figures, entry => entry.Method is "lc/combined" or "combined/lc" or "mdn/lc");
    }

    [Fact]
    public void Classes_HaveTheWidthsOfTheTwoKinds()
    {
        FigureEntry better = s_figures.InBin(TauMetric.Resolution68, "mdn", TauAxes.SigmaRank, 0, 0.5)!;
        AssertClose(better, 0.5 * ToyTaus.Narrow, 0.001);
        AssertClose(
            s_figures.InBin(TauMetric.Resolution68, "mdn", TauAxes.SigmaRank, 0.5, 1)!, 0.5 * ToyTaus.Wide, 0.003);
        Assert.Equal(6000, better.Entries);
        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => 600 * i),
            s_figures.Curve(TauMetric.Within20, "mdn", TauAxes.Efficiency).Select(entry => entry.Entries));
        Assert.DoesNotContain(s_figures, e => e.Variable == TauAxes.SigmaRank && e.Method == "combined");
    }

    [Fact]
    public void Halves_GainAThirdAlsoAtFixedPt()
    {
        AssertClose(s_figures.Whole(TauMetric.HalfRatio, "mdn")!, ToyTaus.Narrow / ToyTaus.Wide, 0.01);
        AssertClose(s_figures.Whole(TauMetric.HalfRatioFixedPt, "mdn")!, ToyTaus.Narrow / ToyTaus.Wide, 0.01);
        Assert.True(s_figures.Whole(TauMetric.HalfRatio, "mdn")!.Error > 0);
    }

    [Fact]
    public void SigmaThatKnowsOnlyPt_GainsNothingAtFixedPt()
    {
        ValidationSample toy = ToyTaus.Of(12000);
        float[] truth = toy.Variables[TauAxes.TruePt];
        double edge = TauAxes.Momentum.Bins[8].Low; // close to the median, and no bin has both kinds
        float[] sigma = [.. truth.Select(pt => 1 / pt)];
        ValidationSample sample = toy with
        {
            // Soft taus really are worse: the response is stretched around its centre by 2.
            Target = [.. toy.Target.Select((r, row) => truth[row] < edge ? (2 * r) - ToyTaus.Scale : r)],
            Methods = [new("pt", SyntheticSample.Constant(12000, ToyTaus.Scale, 1) with { SigmaSyst = sigma })],
        };
        IReadOnlyList<FigureEntry> figures = TauValidation.Evaluate(sample, [], s_options);
        AssertClose(figures.Whole(TauMetric.HalfRatio, "pt")!, 0.52, 0.05);
        AssertClose(figures.Whole(TauMetric.HalfRatioFixedPt, "pt")!, 1, 0.05);
    }

    [Fact]
    public void LiteralCut_SplitsByItsColumn()
    {
        FigureEntry pure = s_figures.InBin(TauMetric.Resolution68, "mdn", TauAxes.StandardisedRatio, -1, 1)!;
        AssertClose(pure, 0.5 * ToyTaus.Narrow, 0.001);
        Assert.Equal(
            12000, s_figures.Where(e => e.Variable == TauAxes.StandardisedRatio && e.Metric == TauMetric.Scale
                && e.Method == "lc").Sum(e => e.Entries));
    }

    [Fact]
    public void DecayModes_HaveEfficiencyAndPurity()
    {
        AssertClose(s_figures.Whole(TauMetric.ModeEfficiency, TauMetric.ModeClassifier)!, 0.7, 0.01);
        FigureEntry[] purities = [.. s_figures.Where(entry => entry.Metric == TauMetric.ModePurity)];
        Assert.Equal(5, purities.Length);
        Assert.All(purities, entry => AssertClose(entry, 0.7, 0.03));
    }

    [Fact]
    public void MissingColumns_LeaveTheirFiguresOut()
    {
        ValidationSample toy = ToyTaus.Of(3000);
        IReadOnlyList<FigureEntry> figures = TauValidation.Evaluate(
            toy with { Variables = new Dictionary<string, float[]>() }, ["lc"], s_options);
        Assert.Equal(
            [null, TauAxes.SigmaRank], figures.Select(entry => entry.Variable).Distinct());
        Assert.NotNull(figures.Whole(TauMetric.Resolution68Ratio, "mdn/lc"));
    }

    [Fact]
    public void Threads_DoNotChangeTheFigures()
    {
        ValidationSample sample = ToyTaus.Of(3000);
        Assert.Equal(
            TauValidation.Evaluate(sample, ["lc"], s_options with { Threads = 1 }),
            TauValidation.Evaluate(sample, ["lc"], s_options with { Threads = 2 }));
    }

    [Fact]
    public void Names_AreListedOnce()
    {
        Assert.Equal(TauMetric.All, TauMetric.All.Distinct());
        Assert.Equal(
            s_figures.Select(entry => entry.Metric).Distinct().Order(), TauMetric.All.Order());
        Assert.Subset(
            TauAxes.Variables.ToHashSet(), s_figures.Select(entry => entry.Variable).OfType<string>().ToHashSet());
    }

    // Half of the central interval of the equal mixture of both normal laws, up to a probability.
    private static double HalfInterval(double upper)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            double below = 0.5 * (Below(middle / ToyTaus.Narrow) + Below(middle / ToyTaus.Wide));
            (low, high) = below < upper ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Below(double z) => 0.5 * (1 + ErrorFunction.Erf(z / Math.Sqrt(2)));

    private static double Inside(double z) => (2 * Below(z)) - 1;

    private static void AssertClose(FigureEntry entry, double expected, double tolerance) =>
        AssertClose(entry.Value!.Value, expected, tolerance);

    private static void AssertClose(double value, double expected, double tolerance) =>
        Assert.InRange(value, expected - tolerance, expected + tolerance);
}
