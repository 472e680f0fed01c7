// covers: BalanceMetric, BalanceRatio, BalancePair, BalanceSample, TruthShapes
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class BalanceValidationTests
{
    private static readonly AsymmetryShape Radiation = new(0.04, 0.09, 0.4);
    private static readonly MetricsOptions Options = new() { Replicas = 12, Threads = 2 };
    private static readonly BinAxis Axis = BinAxis.Logarithmic("pt_avg", 2, 1500, 3000);

    [Fact]
    public void Resolution_IsMeasuredInSituAsItTrulyIs()
    {
        BalanceSample sample = Sample(12_000, [("fine", 0.04), ("coarse", 0.08)]);
        IReadOnlyList<FigureEntry> figures = BalanceValidation.Evaluate(
            sample, [], TruthShapes.Derive(sample, [], Options), Options);

        foreach ((string method, double resolution) in new[] { ("fine", 0.04), ("coarse", 0.08) })
        {
            FigureEntry convolved = figures.Whole(BalanceMetric.ConvolvedResolution, method)!;
            Assert.Equal(resolution, convolved.Value!.Value, 2 * convolved.Error!.Value);
            Assert.Equal(resolution, figures.Whole(BalanceMetric.TrueResolution, method)!.Value!.Value, 0.03 * 0.08);
            Assert.InRange(figures.Whole(BalanceMetric.ConvolutionQuality, method)!.Value!.Value, 0.4, 1.8);
        }

        double raw = figures.Whole(BalanceMetric.RawResolution, "fine")!.Value!.Value;
        Assert.True(raw > 0.05); // radiation is most of it
        Assert.Equal(
            raw * Math.Sqrt(2), figures.Whole(BalanceMetric.AsymmetryCore, "fine")!.Value!.Value, 1e-9);
    }

    [Fact]
    public void Bins_HaveFiguresOfTheirOwn()
    {
        IReadOnlyList<FigureEntry> figures = Evaluate(Sample(3_000, [("jets", 0.05)]));

        IReadOnlyList<FigureEntry> curve = figures.Curve(BalanceMetric.AsymmetryWidth, "jets", Axis);
        Assert.Equal(2, curve.Count);
        Assert.All(curve, entry => Assert.InRange(entry.Value!.Value, 0.07, 0.14));
        Assert.Equal(3_000, curve.Sum(entry => entry.Entries));
        Assert.Equal(3, TruthShapes.Derive(Sample(3_000, []), [Axis], Options).All.Count());
    }

    [Fact]
    public void Collapse_ShowsInShuffledPairsAndSlope()
    {
        BalanceSample sample = Sample(3_000, [("jets", 0.05)]);
        float[] constant = [.. Enumerable.Repeat(2000f, sample.Rows)];
        float mean = (float)sample.Initial.Reference.Concat(sample.Initial.Probe).Average(pt => (double)pt);
        sample = sample with
        {
            Methods =
            [
                sample.Methods[0],
                ("constant", new(constant, constant)),
                ("half", new(Toward(sample.Initial.Reference, mean), Toward(sample.Initial.Probe, mean))),
            ],
        };

        IReadOnlyList<FigureEntry> figures = Evaluate(sample);

        Assert.Equal(0, figures.Whole(BalanceMetric.AsymmetryWidth, "constant")!.Value);
        Assert.Equal(0, figures.Whole(BalanceMetric.ShuffledWidth, "constant")!.Value);
        Assert.Equal(0, figures.Whole(BalanceMetric.InBinSlope, "constant")!.Value!.Value, 1e-6);
        Assert.Equal(0, figures.Whole(BalanceMetric.MeanShift, "half")!.Value!.Value, 1e-3);
        Assert.InRange(figures.Whole(BalanceMetric.InBinSlope, "half")!.Value!.Value, 0.4, 0.6);
        double narrowed = figures.Whole(BalanceMetric.ShuffledWidth, "half")!.Value!.Value
            / figures.Whole(BalanceMetric.ShuffledWidth, "jets")!.Value!.Value;
        Assert.InRange(narrowed, 0.4, 0.6);
        Assert.True(figures.Whole(BalanceMetric.SharedWidth, "half")!.Value
            < 0.6 * figures.Whole(BalanceMetric.SharedWidth, "jets")!.Value);
    }

    [Fact]
    public void AbsurdMomenta_AreCountedAndShown()
    {
        BalanceSample sample = Sample(1_000, []);
        float[] absurd = [.. sample.Initial.Reference];
        (absurd[0], absurd[1]) = (-1.8e6f, 4e5f);
        sample = sample with { Methods = [("naive", new(absurd, sample.Initial.Probe))] };

        IReadOnlyList<FigureEntry> figures = Evaluate(sample);

        Assert.Equal(0.001, figures.Whole(BalanceMetric.AbsurdShare, "naive")!.Value!.Value, 1e-9);
        Assert.Equal(-1.8e6, figures.Whole(BalanceMetric.LowestPt, "naive")!.Value!.Value, 1);
        Assert.Equal(4e5, figures.Whole(BalanceMetric.HighestPt, "naive")!.Value!.Value, 1);
    }

    [Fact]
    public void MomentaThatAreNoNumbers_CountAsAbsurd()
    {
        BalanceSample sample = Sample(1_000, []);
        float[] broken = [.. sample.Initial.Reference];
        (broken[0], broken[1], broken[2]) = (float.NaN, float.PositiveInfinity, 0);
        sample = sample with { Methods = [("naive", new(broken, sample.Initial.Probe))] };

        IReadOnlyList<FigureEntry> figures = Evaluate(sample);

        Assert.Equal(0.0015, figures.Whole(BalanceMetric.AbsurdShare, "naive")!.Value!.Value, 1e-9);
        Assert.Equal(0, figures.Whole(BalanceMetric.LowestPt, "naive")!.Value);
        Assert.InRange(figures.Whole(BalanceMetric.MeanShift, "naive")!.Value!.Value, -0.01, 0);
    }

    [Fact]
    public void Ratios_AreKnownBetterThanTheirParts()
    {
        BalanceSample sample = Sample(3_000, [("jets", 0.05)]);
        float[] noisy = [.. sample.Methods[0].Jets.Probe.Select((pt, row) => pt * (row % 2 == 0 ? 1.02f : 0.98f))];
        sample = sample with
        {
            Methods = [sample.Methods[0], ("noisy", new(sample.Methods[0].Jets.Reference, noisy))],
        };

        IReadOnlyList<FigureEntry> ratios = BalanceValidation.Compare(sample, "noisy", ["jets", "none"], Options);
        IReadOnlyList<FigureEntry> figures = Evaluate(sample);

        FigureEntry ratio = ratios.Whole(BalanceMetric.TrueResolutionRatio, "noisy/jets")!;
        FigureEntry alone = figures.Whole(BalanceMetric.TrueResolution, "jets")!;
        double expected = figures.Whole(BalanceMetric.TrueResolution, "noisy")!.Value!.Value / alone.Value!.Value;
        Assert.Equal(expected, ratio.Value!.Value, 1e-9);
        Assert.InRange(ratio.Value.Value, 1.01, 1.10);
        Assert.True(ratio.Error < alone.Error / alone.Value);
        Assert.NotNull(ratios.Whole(BalanceMetric.AsymmetryWidthRatio, "noisy/jets")!.Error);
    }

    [Fact]
    public void Data_IsMeasuredWithShapesOfSimulation()
    {
        BalanceSample simulated = Sample(10_000, [("jets", 0.05)]);
        BalanceSample data = Sample(10_000, [("jets", 0.06)], seed: 2) with { Truth = null };

        IReadOnlyList<FigureEntry> figures = BalanceValidation.Evaluate(
            data, [], TruthShapes.Derive(simulated, [], Options), Options);

        FigureEntry convolved = figures.Whole(BalanceMetric.ConvolvedResolution, "jets")!;
        Assert.Equal(0.06, convolved.Value!.Value, 2 * convolved.Error!.Value);
        Assert.Null(figures.Whole(BalanceMetric.TrueResolution, "jets")!.Value);
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        BalanceSample sample = Sample(1_000, [("a", 0.05), ("b", 0.07)]);
        TruthShapes shapes = TruthShapes.Derive(sample, [Axis], Options);

        Assert.Equal(
            BalanceValidation.Evaluate(sample, [Axis], shapes, Options with { Threads = 1 }),
            BalanceValidation.Evaluate(sample, [Axis], shapes, Options with { Threads = 3 }));
    }

    [Fact]
    public void ColumnsOfDifferentLength_AreRefused()
    {
        BalanceSample sample = Sample(100, []) with { Methods = [("short", new(new float[99], new float[100]))] };

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => BalanceValidation.Evaluate(sample, [], null, Options));
        Assert.Equal("balance sample: jets of 'short' have 99 rows, there are 100 dijets", error.Message);
    }

    [Fact]
    public void SampleWithoutTruth_HasNoShapes() => Assert.Throws<ArgumentException>(
        () => TruthShapes.Derive(Sample(100, []) with { Truth = null }, [], Options));

    private static IReadOnlyList<FigureEntry> Evaluate(BalanceSample sample) => BalanceValidation.Evaluate(
        sample, [Axis], TruthShapes.Derive(sample, [Axis], Options), Options);

    private static float[] Toward(float[] momenta, float mean) => [.. momenta.Select(pt => 0.5f * (pt + mean))];

    private static BalanceSample Sample(
        int rows, (string Name, double Resolution)[] methods, ulong seed = 1)
    {
        (BalancePair truth, BalancePair initial) = ToyDijets.Make(rows, Radiation, 0.05, (1800, 2400), seed);
        return new()
        {
            Events = [.. Enumerable.Range(0, rows).Select(i => (ulong)i)],
            Variables = new Dictionary<string, float[]>
            {
                ["pt_avg"] = [.. initial.Reference.Zip(initial.Probe, (a, b) => 0.5f * (a + b))],
            },
            Initial = initial,
            Truth = truth,
            Methods = [.. methods.Select((method, place) =>
                (method.Name, Smeared(truth, method.Resolution, seed + (ulong)place)))],
        };
    }

    private static BalancePair Smeared(BalancePair truth, double resolution, ulong seed)
    {
        var rng = new Rng(seed, "smearing");
        return new(Smeared(truth.Reference, resolution, ref rng), Smeared(truth.Probe, resolution, ref rng));
    }

    private static float[] Smeared(float[] momenta, double resolution, ref Rng rng)
    {
        var smeared = new float[momenta.Length];
        for (int i = 0; i < momenta.Length; i++)
        {
            smeared[i] = (float)(momenta[i] * (1 + (resolution * rng.NextGaussian())));
        }

        return smeared;
    }
}
