// covers: NuisanceRows, NuisanceFigure, NuisanceFigures
using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class NuisanceRowsTests
{
    private const int Count = 4000;
    private const double Threshold = 0.5;

    private static readonly bool[] s_isSignal = [.. Enumerable.Range(0, Count).Select(row => row % 3 == 0)];
    private static readonly bool[] s_isAbove = [.. Enumerable.Range(0, Count).Select(row => row % 2 == 0)];
    private static readonly long[] s_groups = [.. Enumerable.Range(0, Count).Select(row => (long)row)];
    private static readonly float[] s_logits = [.. Enumerable.Range(0, Count).Select(Logit)];

    [Fact]
    public void RowsThemselves_HaveTheFiguresOfTheirDefinitions()
    {
        NuisanceFigure figure = Rows(s_groups, replicas: 0).Measure(s_logits, Threshold).Samples.Single();
        float[] signal = Of(true, _ => true), background = Of(false, _ => true);
        float[] low = Of(false, above => !above), high = Of(false, above => above);
        Assert.Equal(RankArea.Of(signal, [], background, []), figure.Area, 1e-9);
        Assert.Equal(KolmogorovDistance.Of(low, [], high, []), figure.Distance, 1e-9);
        Assert.Equal(
            AmsScan.Single(Of(true, above => !above), low, high, Threshold).Significance, figure.Significance, 1e-9);
        double loss = s_logits.Select((z, row) => Math.Log(1 + Math.Exp(s_isSignal[row] ? -z : z))).Average();
        Assert.Equal(loss, figure.CrossEntropy, 1e-6);
    }

    [Fact]
    public void Ties_AreHalfOfAPair_AndNoDistance()
    {
        NuisanceFigure figure = Rows(s_groups, replicas: 0).Measure(new float[Count], double.NegativeInfinity)
            .Samples.Single();
        Assert.Equal((0.5, 0.0), (figure.Area, figure.Distance));
        Assert.Equal(AmsScan.Uncut, figure.Significance, 1e-12);
        Assert.Equal(Math.Log(2), figure.CrossEntropy, 1e-9);
    }

    [Fact]
    public void Replicas_SpreadAsCountedSharesDo()
    {
        double[] losses = Rows(s_groups, replicas: 200).Measure(s_logits, Threshold)
            .Select(figure => figure.CrossEntropy);
        double[] own = [.. s_logits.Select((z, row) => Math.Log(1 + Math.Exp(s_isSignal[row] ? -z : z)))];
        Assert.Equal(201, losses.Length);
        Assert.InRange(Spread(losses[1..]) / (Spread(own) / Math.Sqrt(Count)), 0.85, 1.15);
    }

    [Fact]
    public void Groups_AreDrawnTogether()
    {
        long[] twins = [.. Enumerable.Range(0, Count).Select(row => (long)(row / 8))];
        float[] same = [.. Enumerable.Range(0, Count).Select(row => Logit(row / 8 * 8))];
        double alone = Spread(Rows(s_groups, 200).Measure(same, Threshold).Select(figure => figure.CrossEntropy)[1..]);
        double together = Spread(Rows(twins, 200).Measure(same, Threshold).Select(figure => figure.CrossEntropy)[1..]);
        Assert.True(together > 1.1 * alone, $"{together} together, {alone} alone.");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void LogitThatIsNoNumber_IsRefused(float wrong)
    {
        float[] logits = [.. s_logits];
        logits[7] = wrong;
        var error = Assert.Throws<ArgumentException>(() => Rows(s_groups, replicas: 0).Measure(logits, Threshold));
        Assert.Contains("Logit 7 is ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_DoNotChangeABit() => Assert.Equal(
        Rows(s_groups, 20, threads: 1).Measure(s_logits, Threshold).Samples,
        Rows(s_groups, 20, threads: 3).Measure(s_logits, Threshold).Samples);

    private static NuisanceRows Rows(long[] groups, int replicas, int threads = 1) => new(
        s_isSignal, s_isAbove, groups, new MetricsOptions { Replicas = replicas, Seed = 3, Threads = threads });

    // Signal is above background, and background on the second side above that on the first.
    private static float Logit(int row)
    {
        var rng = new Rng(8, "logits", (ulong)row);
        return (float)(rng.NextGaussian() + (s_isSignal[row] ? 1.5 : s_isAbove[row] ? 0.2 : 0));
    }

    private static float[] Of(bool signal, Predicate<bool> side) =>
        [.. s_logits.Where((_, row) => s_isSignal[row] == signal && side(s_isAbove[row]))];

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
