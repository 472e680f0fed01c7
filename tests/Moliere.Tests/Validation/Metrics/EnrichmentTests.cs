using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class EnrichmentTests
{
    private static readonly MetricsOptions Few = new() { Replicas = 100, Threads = 1 };

    [Fact]
    public void ClassWithLargerScores_IsEnrichedByTheRatioOfItsShares()
    {
        // 1000 rows, 50 members; the 10 largest scores hold 8 members: (8 / 10) / (50 / 1000).
        bool[] isMember = [.. Enumerable.Range(0, 1000).Select(row => row is < 42 or >= 992)];
        float[] score = [.. Enumerable.Range(0, 1000).Select(row => (float)row)];
        (double? value, double? error) = Enrichment.Of(isMember, score, null, null, 0.01, Few);

        Assert.Equal(16, value!.Value, 1e-12);
        Assert.InRange(error!.Value, 1, 12);
    }

    [Fact]
    public void ScoreWithoutKnowledge_HasOneWithinItsInterval()
    {
        bool[] isMember = [.. Enumerable.Range(0, 20000).Select(row => row % 4 == 0)];
        float[] score =
            [.. Enumerable.Range(0, 20000).Select(row => (float)new Rng(1, "score", (ulong)row).NextDouble())];
        ulong[] events = [.. Enumerable.Range(0, 20000).Select(row => (ulong)row / 5)];
        (double? value, double? error) = Enrichment.Of(isMember, score, null, events, 0.01, Few);
        Assert.InRange(1, value!.Value - error!.Value, value.Value + error.Value);
    }

    [Fact]
    public void WeightsCount_AlsoNegativeOnes()
    {
        bool[] isMember = [true, true, false, false, false, false];
        float[] score = [6, 5, 4, 3, 2, float.NaN];
        Assert.Equal(2, Enrichment.Of(isMember, score, [1, 1, 1, 1, 0, 9], null, 0.5, Few).Value!.Value, 1e-12);
        Assert.Equal(4, Enrichment.Of(isMember, score, [2, -1, 1, 2, 0, 9], null, 0.25, Few).Value!.Value, 1e-12);
    }

    [Fact]
    public void UncertaintyOfAMethod_IsAnEntryWithItsName()
    {
        ValidationSample sample = SyntheticSample.Normal(5000, seed: 2);
        float[] sigma = sample.Methods[0].Predictions.SigmaSyst!;
        bool[] isMember = [.. sigma.Select(value => value > 0.15f)];
        FigureEntry entry = Enrichment.OfUncertainty(sample, sample.Methods[0], isMember, 0.01, Few);

        Assert.Equal((MetricName.EnrichmentTop1, "net", 5000), (entry.Metric, entry.Method, entry.Entries));
        Assert.Equal(5000.0 / isMember.Count(member => member), entry.Value!.Value, 1e-6);
        Assert.Equal("enrichment_top2.5", Enrichment.NameOf(0.025));
    }
}
