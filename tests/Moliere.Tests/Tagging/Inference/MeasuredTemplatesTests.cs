// covers: MeasuredTemplates, OptimalSummary, ISummary
using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class MeasuredTemplatesTests
{
    [Fact]
    public void OptimalClassifier_IsMeasuredAsItIsByIntegrals()
    {
        var measured = MeasuredTemplates.Measure(new OptimalSummary(10), 40_000, seed: 3, threads: 2);
        CountTemplates exact = ExactReferences.OptimalClassifier(10);
        foreach (InferenceBenchmark benchmark in InferenceBenchmark.All)
        {
            (double value, double error) = measured.Uncertainty(benchmark);
            Assert.InRange(error / value, 1e-4, 0.1);
            Assert.Equal(exact.Uncertainty(benchmark), value, 4 * error);
        }
    }

    [Fact]
    public void Counts_AddUpToTheExpectedOnes()
    {
        CountTemplates templates = MeasuredTemplates.Measure(new OptimalSummary(4), 200, seed: 1, threads: 1).All;
        Assert.Equal(1050, templates.Counts.Sum(), 1e-6);
        Assert.Equal(0, templates.Slopes[(int)InferenceParameter.Rate].Sum(), 1e-6);
    }

    [Fact]
    public void FewerEventsThanParts_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => MeasuredTemplates.Measure(new OptimalSummary(4), 19, seed: 1, threads: 1));
}
