// covers: CalibrationFigures, ComparisonFigures, SigmaLearning, SigmaAtSize, UncertaintyMap
using Moliere.Tests.Toolbox;
using Moliere.Tests.Validation.Metrics;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class UncertaintyFiguresTests
{
    private static readonly FigureChoices Choices = new() { Methods = ["net"] };
    private static readonly MethodPalette Palette = new(["net", .. SigmaLearning.Curves, "ensemble/bnn"]);

    public static TheoryData<string> Names =>
        ["calibration-curve", "calibration-difference", "pit", "coverage_68-E_dep", "sigma_stat-R_pred",
            "sigma-learning-bnn", "uncertainty-map", "sigma-ratio"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Figure_IsDrawnAsCheckedIn(string name) =>
        Golden.AssertMatches($"{name}.svg", FigureSvg.Render(Example(name), Palette));

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void CalibrationCurve_IsTheNormalLawOfTheScaledQuantile(double claimed)
    {
        IReadOnlyList<Figure> figures =
            CalibrationFigures.All(SyntheticSample.Normal(40000, seed: 3, claimed), Choices, 2);
        var curve = (CurveLayer)figures[0].Layers[1];
        var histogram = (HistogramLayer)figures[2].Layers[0];

        // The quantile at 0.84 lies one claimed sigma above the centre.
        double observed = claimed < 1 ? 0.6915 : 0.9772;
        Assert.Equal(observed, curve.Points[42].Value!.Value, 0.01);
        Assert.Equal(curve.Points[42].Value!.Value - 0.84, ((CurveLayer)figures[1].Layers[0]).Points[42].Value!.Value,
            1e-12);
        Assert.Equal(1, histogram.Contents.Average(), 1e-9);
        Assert.Equal(claimed < 1, histogram.Contents[0] > 1);
    }

    [Fact]
    public void MethodsWithoutUncertainty_HaveNoFigures()
    {
        ValidationSample sample = SyntheticSample.LogNormal(1000, 1, 0.1) with
        {
            Methods = [new("net", SyntheticSample.Constant(1000, 1, null))],
        };
        Assert.Empty(CalibrationFigures.All(sample, Choices, 1));
        Assert.Empty(ComparisonFigures.All(sample, Choices));
        BinAxis axis = BinAxis.Linear("mu", 2, 0, 80);
        IReadOnlyList<FigureEntry> entries = ResponseValidation.Evaluate(sample, [axis], new() { Replicas = 10 });
        Assert.Empty(UncertaintyFigures.All(entries, [axis], Choices));
    }

    [Fact]
    public void Map_ShowsTheRegionWithTheLargestUncertainty()
    {
        double[,] cells = Map().Cells();

        // A tenth of all rows, in one cell of four, holds the largest tenth.
        Assert.Equal(4, cells[1, 0], 1e-9);
        Assert.Equal(0, cells[0, 0]);
        Assert.Equal(0, cells[0, 1]);
    }

    [Fact]
    public void LearningCurve_CarriesBothPartsAndTheSquareRootLaw()
    {
        Figure figure = Learning();
        Assert.Equal([SigmaLearning.SquareRoot, .. SigmaLearning.Curves], figure.Layers.Select(layer => layer.Method));
        CurvePoint last = ((CurveLayer)figure.Layers[0]).Points[^1];
        Assert.Equal(0.05 / Math.Sqrt(100), last.Value!.Value, 1e-12);
    }

    [Fact]
    public void Comparison_HasOneHistogramPerPair()
    {
        ValidationSample sample = MethodComparisonTests.Two(4000, 1.1f, 0.3);
        IReadOnlyList<Figure> figures = ComparisonFigures.All(sample, Choices);

        Assert.Equal(["sigma-ratio", "value-ratio"], figures.Select(figure => figure.Id));
        Assert.Equal(ComparisonFigures.Names(sample), figures[0].Layers.Select(layer => layer.Method));
        var ratio = (HistogramLayer)figures[0].Layers[0];
        Assert.Equal(80, ratio.Contents[48], 1e-3); // all rows at 1.1, in a bin of 1 / 80
    }

    private static Figure Example(string name) => name switch
    {
        "calibration-curve" => CalibrationFigures.All(Sample(), Choices, 1)[0],
        "calibration-difference" => CalibrationFigures.All(Sample(), Choices, 1)[1],
        "pit" => CalibrationFigures.All(Sample(), Choices, 1)[2],
        "coverage_68-E_dep" or "sigma_stat-R_pred" => Curves().Single(figure => figure.Id == name),
        "sigma-learning-bnn" => Learning(),
        "uncertainty-map" => Map().Figure(
            name, "Top 10 % of net", "net", new("η"), new("φ [rad]"), "parametrised simulation"),
        _ => ComparisonFigures.All(MethodComparisonTests.Two(1000, 1.1f, 0.3), Choices)[0],
    };

    private static ValidationSample Sample() => SyntheticSample.Normal(2000, seed: 3, claimed: 0.7);

    private static IReadOnlyList<Figure> Curves()
    {
        ValidationSample normal = SyntheticSample.Normal(3000, seed: 3);
        float[] sigma = normal.Methods[0].Predictions.SigmaSyst!;
        ValidationSample sample = SyntheticSample.LogNormal(3000, 1, 0.1) with
        {
            Target = normal.Target,
            Methods =
            [
                new("net", normal.Methods[0].Predictions with
                {
                    Response = [.. sigma.Select(value => 1 + (0.001f * MathF.Round(100 * value)))],
                    SigmaStat = [.. sigma.Select(value => 0.02f + (value * value))],
                }),
            ],
        };
        BinAxis axis = BinAxis.Logarithmic("E_dep", 6, 0.3, 1000) with { Title = "E_{dep} [GeV]" };
        MetricsOptions options = new() { Replicas = 20, Threads = 1, SpreadBins = 5 };
        return UncertaintyFigures.All(ResponseValidation.Evaluate(sample, [axis], options), [axis], Choices);
    }

    private static Figure Learning() => SigmaLearning.Figure(
        "bnn",
        [
            new(1000, 0.05, 0.01, 0.12, 0.02), new(10_000, 0.02, 0.003, 0.1, 0.005),
            new(100_000, 0.004, 0.0005, 0.098, 0.002),
        ],
        "parametrised simulation");

    private static UncertaintyMap Map()
    {
        int[] rows = [.. Enumerable.Range(0, 400)];
        return new()
        {
            X = [.. rows.Select(row => row % 2 == 0 ? -1f : 1f)],
            Y = [.. rows.Select(row => row % 4 < 2 ? -1f : 1f)],
            RelativeSigma = [.. rows.Select(row => row % 4 == 1 && row < 160 ? 1f + row : 0.1f)],
            TopFraction = 0.1,
            XEdges = [-2, 0, 2],
            YEdges = [-3, 0, 3],
        };
    }
}
