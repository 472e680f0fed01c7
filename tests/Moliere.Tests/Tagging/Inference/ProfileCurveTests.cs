using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class ProfileCurveTests
{
    private static readonly CountTemplates s_templates = ExactReferences.OptimalClassifier(10);

    [Theory]
    [InlineData("B0")]
    [InlineData("B2")]
    [InlineData("B4")]
    public void Curve_IsHalfAtOneUncertainty(string name)
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of(name);
        double sigma = s_templates.Uncertainty(benchmark);
        double[] curve = ProfileCurve.Evaluate(s_templates, benchmark, [50 - sigma, 50, 50 + sigma]);
        Assert.Equal(0.5, 0.5 * (curve[0] + curve[2]), 0.05);
        Assert.Equal(0, curve[1], 1e-9);
    }

    [Fact]
    public void Profile_IsTheLeastOverAScanOfTheNuisance()
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B1");
        double profiled = ProfileCurve.Evaluate(s_templates, benchmark, [70])[0];
        double best = Enumerable.Range(-2000, 4001).Min(i => Nll(20, i * 1e-3)) - Nll(0, 0);
        Assert.Equal(best, profiled, 1e-5);
    }

    [Fact]
    public void SignalThatLeavesABinNegative_HasNoLikelihood() => Assert.Equal(
        double.PositiveInfinity, ProfileCurve.Evaluate(s_templates, InferenceBenchmark.Of("B0"), [-1e5])[0]);

    // A bin in which nothing is expected at the nominal s counts against any other.
    [Fact]
    public void EmptyBin_CostsWhatIsExpectedThere()
    {
        CountTemplates full = new([1000], [[0.5], [0.1], [0], [1]]);
        CountTemplates withEmpty = new([1000, 0], [[0.5, 0.5], [0.1, 0.2], [0, 0], [1, 0]]);
        InferenceBenchmark none = InferenceBenchmark.Of("B0");
        double more = ProfileCurve.Evaluate(withEmpty, none, [70])[0];
        Assert.Equal(ProfileCurve.Evaluate(full, none, [70])[0] + 10, more, 1e-9);
        Assert.Equal(double.PositiveInfinity, ProfileCurve.Evaluate(withEmpty, none, [30])[0]);

        // The nuisance empties it: from 10 expected to none at -50, where the other bin has 1005.
        double profiled = ProfileCurve.Evaluate(withEmpty, InferenceBenchmark.Of("B1"), [70])[0];
        Assert.Equal(5 - (1000 * Math.Log(1.005)), profiled, 0.01);
    }

    private static double Nll(double signal, double shift)
    {
        double sum = 0;
        for (int bin = 0; bin < s_templates.Counts.Length; bin++)
        {
            double n = s_templates.Counts[bin] + (signal * s_templates.Slopes[0][bin])
                + (shift * s_templates.Slopes[1][bin]);
            sum += n > 0 ? n - (s_templates.Counts[bin] * Math.Log(n)) : double.PositiveInfinity;
        }

        return sum;
    }
}
