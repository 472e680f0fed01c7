using Moliere.Tests.Validation.Metrics.Dijets;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Dijets;

namespace Moliere.Tests.Validation.Plots.Dijets;

public sealed class BalanceFiguresTests
{
    private static readonly BinAxis Axis = BinAxis.Logarithmic("pt_avg", 2, 1700, 2600);
    private static readonly MetricsOptions Options = new() { Replicas = 0, Threads = 1 };

    [Fact]
    public void Curves_HoldTheFiguresOfTheirMetric()
    {
        (BalanceSample sample, TruthShapes shapes) = Sample();
        IReadOnlyList<FigureEntry> entries = BalanceValidation.Evaluate(sample, [Axis], shapes, Options);
        FigureChoices choices = new() { Methods = ["jets"] };

        IReadOnlyList<Figure> resolution = BalanceFigures.Resolution(entries, Axis, choices);

        Assert.Equal(5, resolution.Count);
        Figure measured = resolution.Single(figure => figure.Id == "jer_convolved-pt_avg");
        var curve = (CurveLayer)Assert.Single(measured.Layers);
        Assert.Equal(
            entries.Curve(BalanceMetric.ConvolvedResolution, "jets", Axis).Select(entry => entry.Value),
            curve.Points.Select(point => point.Value));
        Assert.Equal(
            ["shuffled_width-pt_avg", "mean_shift-pt_avg", "in_bin_slope-pt_avg"],
            BalanceFigures.Health(entries, Axis, choices).Select(figure => figure.Id));
    }

    [Fact]
    public void Data_HaveNoCurveOfTruth()
    {
        (BalanceSample sample, _) = Sample();
        IReadOnlyList<FigureEntry> entries = BalanceValidation.Evaluate(
            sample with { Truth = null }, [Axis], null, Options);

        Assert.Equal(
            ["asymmetry_width-pt_avg", "jer_raw-pt_avg"],
            BalanceFigures.Resolution(entries, Axis, new() { Methods = ["jets"] }).Select(figure => figure.Id));
    }

    [Fact]
    public void Asymmetry_IsADensityWithTheTruthAsGuide()
    {
        (BalanceSample sample, TruthShapes shapes) = Sample();

        Figure figure = BalanceFigures.Asymmetry(sample, shapes, new() { Methods = ["jets"] });

        var histogram = (HistogramLayer)figure.Layers[0];
        Assert.InRange(histogram.Contents.Sum() * (histogram.Edges[1] - histogram.Edges[0]), 0.98, 1.0001);
        Assert.Equal("jets of particles", figure.Layers[1].Method);
    }

    private static (BalanceSample, TruthShapes) Sample()
    {
        (BalancePair truth, BalancePair jets) = ToyDijets.Make(2000, new(0.04, 0.09, 0.5), 0.05, (1800, 2400));
        BalanceSample sample = new()
        {
            Events = [.. Enumerable.Range(0, 2000).Select(i => (ulong)i)],
            Variables = new Dictionary<string, float[]>
            {
                ["pt_avg"] = [.. jets.Reference.Zip(jets.Probe, (a, b) => 0.5f * (a + b))],
            },
            Initial = jets,
            Truth = truth,
            Methods = [("jets", jets)],
        };
        return (sample, TruthShapes.Derive(sample, [Axis], Options));
    }
}
