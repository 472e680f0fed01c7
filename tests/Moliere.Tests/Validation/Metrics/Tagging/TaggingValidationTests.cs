// covers: ProtectedShape, TaggedScores, TaggingMetric, TaggingSample
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class TaggingValidationTests
{
    private static readonly MetricsOptions s_options = new() { Replicas = 40, Threads = 1 };

    [Fact]
    public void ScoreThatIgnoresTheMass_HasTheFloor_OneThatIsItHasMore()
    {
        TaggingSample sample = ToyTagging.Make(12_000, 1);
        IReadOnlyList<FigureEntry> figures = Evaluate(sample, s_options);
        double floor = figures.Whole(TaggingMetric.SculptingFloor, "blind")!.Value!.Value;
        Assert.InRange(figures.Whole(TaggingMetric.Sculpting, "blind")!.Value!.Value, 0.6 * floor, 1.5 * floor);
        Assert.True(figures.Whole(TaggingMetric.Sculpting, "mass")!.Value > 20 * floor);
        Assert.InRange(
            figures.Whole(TaggingMetric.Flatness, "mass")!.Value!.Value
                * figures.Whole(TaggingMetric.Sculpting, "mass")!.Value!.Value, 1 - 1e-12, 1 + 1e-12);
        Assert.True(figures.Whole(TaggingMetric.DistanceCorrelation, "blind")!.Value < 0.01);
    }

    [Fact]
    public void Interval_HoldsTheSpreadOfSamples()
    {
        double[] areas = [.. Enumerable.Range(0, 30).Select(i =>
            RocCurve.Of(ToyTagging.Make(1500, (ulong)(i + 10)).Methods[0].Scores,
                ToyTagging.Make(1500, (ulong)(i + 10)).IsSignal, []).Area)];
        double mean = areas.Average();
        double spread = Math.Sqrt(areas.Sum(area => (area - mean) * (area - mean)) / (areas.Length - 1));
        FigureEntry area = Evaluate(ToyTagging.Make(1500, 5), s_options with { Replicas = 200 })
            .Whole(TaggingMetric.Area, "blind")!;
        Assert.InRange(area.Error!.Value / (1.96 * spread), 0.6, 1.5);
    }

    [Fact]
    public void Windows_HoldTheirOwnRows_AndThreadsChangeNothing()
    {
        TaggingSample sample = ToyTagging.Make(4000, 2);
        IReadOnlyList<FigureEntry> one = Evaluate(sample, s_options);
        Assert.Equal(one, Evaluate(sample, s_options with { Threads = 3 }));
        FigureEntry window = one.InBin(TaggingMetric.Rejection50, "blind", "m", 60, 100)!;
        Assert.Equal(sample.Variables["m"].Count(mass => mass is >= 60 and < 100), window.Entries);
        Assert.Equal(TaggingMetric.All.Count, TaggingMetric.All.Distinct().Count());
        Assert.All(one, entry => Assert.Contains(entry.Metric, TaggingMetric.All));
    }

    [Fact]
    public void CutOfOtherRows_SaysWhatPasses()
    {
        TaggingSample sample = ToyTagging.Make(4000, 3);
        IReadOnlyList<FigureEntry> figures = Evaluate(sample, s_options);
        TaggedScores blind = sample.Methods[0];
        double share = Enumerable.Range(0, sample.Rows).Count(row => sample.IsSignal[row]
            && blind.Scores[row] >= blind.Cut) / (double)sample.IsSignal.Count(signal => signal);
        Assert.Equal(share, figures.Whole(TaggingMetric.SignalEfficiency, "blind")!.Value!.Value, 1e-9);
        Assert.True(figures.Whole(TaggingMetric.CrossEntropy, "blind")!.Value < Math.Log(2));
    }

    [Fact]
    public void OneClass_IsRefused()
    {
        TaggingSample sample = ToyTagging.Make(100, 1);
        string message = Assert.Throws<ArgumentException>(() => Evaluate(
            sample with { IsSignal = new bool[100] }, s_options)).Message;
        Assert.Contains("None of the 100 objects is signal", message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FigureEntry> Evaluate(TaggingSample sample, MetricsOptions options) =>
        TaggingValidation.Evaluate(
            sample, [BinAxis.Ranges("m", (60, 100))], ProtectedShape.Equal(sample.Variables["m"], 50, 50, 300),
            options);
}

/// <summary>Jets of a closed form: masses, one score that ignores them and one that is made of them.</summary>
internal static class ToyTagging
{
    public static TaggingSample Make(int count, ulong seed)
    {
        var rng = new Rng(seed, "toy tagging", 0);
        float[] mass = new float[count], blind = new float[count], sculpting = new float[count];
        bool[] isSignal = new bool[count];
        for (int i = 0; i < count; i++)
        {
            isSignal[i] = i % 2 == 0;
            mass[i] = (float)(isSignal[i]
                ? 80 + (8 * rng.NextGaussian())
                : 50 + (60 * -Math.Log(1 - rng.NextDouble())));
            blind[i] = (float)(1 / (1 + Math.Exp(0.5 - rng.NextGaussian() - (isSignal[i] ? 1 : 0))));
            sculpting[i] = -MathF.Abs(mass[i] - 80);
        }

        return new()
        {
            IsSignal = isSignal,
            Variables = new Dictionary<string, float[]> { ["m"] = mass },
            Methods =
            [
                new("blind", blind, 0.62f) { IsProbability = true },
                new("mass", sculpting, -5.4f),
            ],
        };
    }
}
