// covers: JetMetric, JetAxes
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;

namespace Moliere.Tests.Validation.Metrics.Jets;

public sealed class JetValidationTests
{
    private static readonly MetricsOptions s_options = new() { Replicas = 20, Threads = 2 };

    private static readonly IReadOnlyList<FigureEntry> s_figures =
        JetValidation.Evaluate(ToyJets.Of(40000), "scaled", s_options);

    [Fact]
    public void KnownResponse_GivesClosureAndResolution()
    {
        // Around 100 GeV pile-up is below a percent, so the core is that of the response.
        AssertClose(Bin(JetMetric.Closure, "raw", 100, 130), -0.3, 0.01);
        AssertClose(Bin(JetMetric.Closure, "scaled", 100, 130), 0, 0.01);
        double width = Math.Sqrt((0.1 * 0.1) + (0.02 * 0.02));
        AssertClose(Bin(JetMetric.Resolution, "raw", 450, 700), width, 0.008);
        AssertClose(Bin(JetMetric.Resolution, "scaled", 450, 700), width, 0.008);
        AssertClose(Bin(JetMetric.Resolution, "sharp", 450, 700), 0.05, 0.003);
    }

    [Fact]
    public void NormalCore_HasTheTailRatioOfTheNormalLaw() =>
        AssertClose(Bin(JetMetric.TailRatio, "scaled", 450, 700), JetMetric.NormalTailRatio, 0.08);

    [Fact]
    public void TwoPeaks_LieBelowTheNormalLaw()
    {
        ValidationSample sample = ToyJets.Of(20000);
        float[] flavour = sample.Variables[JetAxes.Flavour];
        ValidationSample twin = sample with
        {
            Target = [.. sample.Target.Select((target, row) => target * (flavour[row] == 21 ? 0.6f : 1.4f))],
        };
        FigureEntry ratio = JetValidation.Evaluate(twin, null, s_options)
            .InBin(JetMetric.TailRatio, "raw", JetAxes.TruePt, 450, 700)!;
        Assert.InRange(ratio.Value!.Value, 1, 1.4);
    }

    [Fact]
    public void FlavourDifference_IsThatOfTheToy()
    {
        FigureEntry difference = Bin(JetMetric.FlavourDifference, "scaled", 300, 800);
        AssertClose(difference, 0.04, 0.008);
        Assert.True(difference.Error > 0);
    }

    [Fact]
    public void PileupSlopes_AreSeparatedThoughVerticesFollowMu()
    {
        FigureEntry vertices = Bin(JetMetric.VertexSlope, "raw", 15, 20), mu = Bin(JetMetric.MuSlope, "raw", 15, 20);
        AssertClose(vertices, ToyJets.PerVertex, 0.03);
        AssertClose(mu, ToyJets.PerMu, 0.03);
        Assert.InRange(vertices.Error!.Value, 0.002, 0.04);
    }

    [Fact]
    public void RatioOfResolutions_HasASmallerErrorThanItsParts()
    {
        FigureEntry ratio = Bin(JetMetric.ResolutionRatio, "raw/scaled", 450, 700);
        AssertClose(ratio, 1, 1e-4);
        Assert.True(ratio.Error < 1e-3);
        Assert.DoesNotContain(s_figures, entry => entry.Method == "scaled/scaled");
    }

    [Fact]
    public void CalibratedPt_IsBinnedByWhatTheMethodSays()
    {
        FigureEntry raw = s_figures.First(e => e.Variable == JetAxes.CalibratedPt && e.Method == "raw"
            && e.Metric == JetMetric.Closure && e.Low == 15);
        FigureEntry scaled = s_figures.First(e => e.Variable == JetAxes.CalibratedPt && e.Method == "scaled"
            && e.Metric == JetMetric.Closure && e.Low == 15);
        Assert.NotEqual(raw.Entries, scaled.Entries);
    }

    [Fact]
    public void Regions_HoldOnlyTheirJets()
    {
        int Count(string variable) => s_figures.Where(e => e.Variable == variable && e.Method == "raw"
            && e.Metric == JetMetric.Closure && e.Low >= 100 && e.High <= 130).Sum(e => e.Entries);
        int all = Count(JetAxes.TruePt), central = Count(JetAxes.CentralPt), endcap = Count(JetAxes.EndcapPt);
        Assert.InRange(central / (double)all, 0.12, 0.24);
        Assert.InRange(endcap / (double)all, 0.3, 0.46);
    }

    [Fact]
    public void Threads_DoNotChangeTheFigures()
    {
        ValidationSample sample = ToyJets.Of(3000);
        Assert.Equal(
            JetValidation.Evaluate(sample, "raw", s_options with { Threads = 1 }),
            JetValidation.Evaluate(sample, "raw", s_options with { Threads = 2 }));
    }

    [Fact]
    public void WithoutFlavourAndPileup_ThoseFiguresAreAbsent()
    {
        ValidationSample sample = ToyJets.Of(2000);
        string[] kept = [.. sample.Variables.Keys.Except([JetAxes.Mu, JetAxes.Vertices, JetAxes.Flavour])];
        IReadOnlyList<FigureEntry> figures = JetValidation.Evaluate(
            sample with { Variables = kept.ToDictionary(name => name, name => sample.Variables[name]) }, null,
            s_options);
        Assert.Equal(
            [
                JetMetric.Closure, JetMetric.Resolution, JetMetric.TailRatio, JetMetric.Noise, JetMetric.Stochastic,
                JetMetric.Constant,
            ],
            figures.Select(entry => entry.Metric).Distinct());
    }

    [Fact]
    public void ResolutionAbove20Gev_HasItsTermsWithErrors()
    {
        FigureEntry[] terms = [.. s_figures.Where(entry => entry.Method == "sharp"
            && entry.Metric is (JetMetric.Noise or JetMetric.Stochastic or JetMetric.Constant))];
        Assert.Equal([JetMetric.Noise, JetMetric.Stochastic, JetMetric.Constant], terms.Select(t => t.Metric));
        Assert.All(terms, term => Assert.Equal((JetAxes.TruePt, 20, 3000), (term.Variable, term.Low, term.High)));
        FigureEntry hard = Bin(JetMetric.Resolution, "sharp", 450, 700);
        (double n, double s, double c) = (terms[0].Value!.Value, terms[1].Value!.Value, terms[2].Value!.Value);
        double pt = Math.Sqrt(450 * 700);
        double fitted = Math.Sqrt((n * n / (pt * pt)) + (s * s / pt) + (c * c));
        Assert.Equal(hard.Value!.Value, fitted, 0.004);
        Assert.Contains(terms, term => term.Error > 0);
    }

    private static FigureEntry Bin(string metric, string method, double low, double high) =>
        s_figures.InBin(metric, method, JetAxes.TruePt, low, high)!;

    private static void AssertClose(FigureEntry entry, double expected, double tolerance) =>
        Assert.InRange(entry.Value!.Value, expected - tolerance, expected + tolerance);
}
