using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Runs;
using Moliere.Data.Objects;
using Moliere.Learning.Training;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of a judgement.</summary>
internal sealed class ClusterReport(StudyRequest request, ClusterRecipe recipe, Judgement judgement)
{
    private readonly MethodPalette _palette =
        new([.. judgement.Methods, .. ComparisonFigures.Names(judgement.Sample)]);

    /// <summary>Writes everything.</summary>
    /// <param name="methods">The methods, for their trainings.</param>
    /// <param name="sampleLines">What the clusters are, for the report.</param>
    /// <param name="times">How the sample stage divides.</param>
    public void Write(
        IReadOnlyList<DerivedMethod> methods, IReadOnlyList<(string Label, string Value)> sampleLines,
        ClusterTimes times)
    {
        using RunStage stage = request.Progress.Stage("report", 0, "figures");
        var metrics = new MetricsDocument
        {
            Figures = judgement.Figures,
            Training = [.. Trainings(methods).Select(entry => entry with { Seconds = null, RowsPerSecond = null })],
        };
        AtomicFile.Write(request.Folder.PathOf("metrics.json"), stream => MetricsFile.Write(stream, metrics));
        IReadOnlyList<Figure> curves = Curves(), shapes = Shapes(), losses = Losses(methods);
        foreach (Figure figure in (Figure[])[.. curves, .. shapes])
        {
            Write(figure, _palette);
            stage.Advance();
        }

        foreach (Figure figure in losses)
        {
            Write(figure, new MethodPalette(TrainingFigures.Curves));
        }

        using StreamWriter writer = new(request.Folder.PathOf("report.html"));
        HtmlReport.Write(writer, Document(curves, shapes, losses, methods, sampleLines, times));
    }

    private void Write(Figure figure, MethodPalette palette)
    {
        File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.svg"), FigureSvg.Render(figure, palette));
        File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.csv"), FigureCsv.Render(figure));
    }

    private FigureChoices Choices => new()
    {
        Methods = judgement.Methods,
        Reference = judgement.Methods.Contains("lcw") ? "lcw" : null,
        Label = recipe.Label,
    };

    private IReadOnlyList<Figure> Curves() =>
    [
        .. ResponseFigures.All(judgement.Figures, judgement.Axes, Choices),
        .. UncertaintyFigures.All(
            judgement.Figures, [.. judgement.Axes.Where(axis => axis.Variable == "E_dep")], Choices),
    ];

    private IReadOnlyList<Figure> Shapes()
    {
        BinAxis energy = judgement.Axes.First(axis => axis.Variable == "E_dep" && !axis.IsRanges);
        var shapes = new List<Figure?> { DistributionFigures.Pulls(judgement.Sample, Choices) };
        foreach ((double low, double high) in ((double, double)[])[(0.3, 1), (1, 5), (5, double.PositiveInfinity)])
        {
            shapes.Add(DistributionFigures.LineShape(judgement.Sample, energy, new ValueBin(low, high), Choices));
        }

        shapes.AddRange(CalibrationFigures.All(judgement.Sample, Choices, request.Threads));
        shapes.AddRange(ComparisonFigures.All(judgement.Sample, Choices));
        MethodSample? last = judgement.Sample.Methods.LastOrDefault();
        shapes.Add(last is null ? null : DistributionFigures.ResponseMap(judgement.Sample, last, energy, Choices));
        return [.. shapes.OfType<Figure>()];
    }

    private IReadOnlyList<Figure> Losses(IReadOnlyList<DerivedMethod> methods) =>
    [
        .. methods.Where(method => method.Training is not null).Select(method => TrainingFigures.Loss(
            method.Calibration.Name,
            [.. method.Training!.History.Select(epoch => epoch.TrainingLoss)],
            [.. method.Training.History.Select(epoch => epoch.ValidationLoss)],
            recipe.Label)),
    ];

    private ReportDocument Document(
        IReadOnlyList<Figure> curves, IReadOnlyList<Figure> shapes, IReadOnlyList<Figure> losses,
        IReadOnlyList<DerivedMethod> methods, IReadOnlyList<(string Label, string Value)> sampleLines,
        ClusterTimes times) => new()
        {
            Title = "Calibration of topo-clusters",
            Subtitle = recipe.Label,
            Methods = judgement.Methods,
            Sections =
            [
                new()
                {
                    Title = "Result",
                    Paragraphs = [Intent, IsDefault ? Windows : Orientation],
                    Checks = [.. AcceptanceWindows.Of(judgement), .. judgement.Limits],
                    Tables = KeyFigures(),
                },
                new()
                {
                    Title = "What was run, on what",
                    Tables = [ReportTable.OfValues("Sample", [.. sampleLines]), TimeTable(times)],
                },
                new() { Title = "Training", Tables = [FigureTables.OfTraining(Trainings(methods))], Figures = losses },
                new()
                {
                    Title = "Linearity, resolution and pulls",
                    Paragraphs = [LowEnergies, Skewness],
                    Figures = curves,
                },
                new() { Title = "Distributions", Figures = shapes },
            ],
        };

    private const string LowEnergies =
        "Below about 1 GeV a bin of E_dep selects on what no method can see: a cluster passes the thresholds there "
        + "mostly when pile-up lifts its signal, so its response lies above that of look-alike clusters with a larger "
        + "E_dep, and every method reads high. The same clusters in bins of the reconstructed energy E_EM show what "
        + "can be asked of a calibration.";

    private const string Skewness =
        "Pile-up gives the response a long tail upwards. The mode, the default central value of the mixture network, "
        + "then lies below the median, and the median of the pull (R_pred − R) / σ below zero; the distribution of the "
        + "pulls shows the tail on its left.";

    private const string Intent =
        "Every method predicts the response R = E_EM / E_dep of a cluster; its calibrated energy is E_EM / R. Figures "
        + "use test events alone, which no method was derived from.";

    private const string Windows = "The windows are those that the default sample must reach.";

    private const string Orientation =
        "The windows are those of the default sample; this run has another recipe, so they are for orientation only.";

    // The seed may differ: the windows must hold for any.
    private bool IsDefault =>
        RecipeWriter.Write(recipe with { Seed = new ClusterRecipe().Seed }) == RecipeWriter.Write(new ClusterRecipe());

    private IReadOnlyList<ReportTable> KeyFigures()
    {
        BinAxis ranges = judgement.Axes.First(axis => axis.IsRanges);
        (string Metric, string Caption)[] metrics =
        [
            (MetricName.LinearityMedian, "Linearity, median of E_calib / E_dep − 1"),
            (MetricName.LinearityMode, "Linearity, mode of E_calib / E_dep − 1"),
            (MetricName.Resolution, "Local relative resolution"),
            (MetricName.PullMean, "Core mean of the pull"),
            (MetricName.PullWidth, "Core width of the pull"),
        ];
        return [.. metrics.Select(m =>
            FigureTables.OfMetric(judgement.Figures, m.Metric, judgement.Methods, ranges, m.Caption))];
    }

    private ReportTable TimeTable(ClusterTimes times)
    {
        var rows = new List<(string, string)>();
        foreach (StageTime stage in request.Progress.Times)
        {
            if (stage.Name == ClusterTableStage.StageName)
            {
                rows.Add(("simulation", Seconds(stage.Seconds * (1 - times.ReconstructionShare))));
                rows.Add(("reconstruction", Seconds(stage.Seconds * times.ReconstructionShare)));
                continue;
            }

            rows.Add((stage.Name, Seconds(stage.Seconds)));
        }

        return ReportTable.OfValues("Wall time of this process", [.. rows]);
    }

    private static TrainingEntry[] Trainings(IReadOnlyList<DerivedMethod> methods) =>
    [
        .. methods.Where(method => method.Training is not null).Select(method => new TrainingEntry
        {
            Method = method.Calibration.Name,
            Rows = method.Training!.Rows,
            Epochs = method.Training.Epochs,
            Seconds = method.Training.Seconds,
            RowsPerSecond = method.Training.RowsPerSecond,
            BestEpoch = method.Training.BestEpoch,
            ValidationLoss = method.Training.BestValidationLoss,
        }),
    ];

    private static string Seconds(double seconds) => seconds.ToString("0.0 s", CultureInfo.InvariantCulture);
}
