using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Regress;
using Moliere.Cli.Runs;
using Moliere.Data.Expressions;
using Moliere.Learning.Tabular;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Regress;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of a regression.</summary>
internal sealed class RegressReport(
    StudyRequest request, RegressRecipe recipe, RegressData data, RegressJudgement judgement)
{
    // More features than this make a report that nobody reads.
    private const int MostResidualFigures = 12;

    private readonly MethodPalette _palette = new(judgement.Names);
    private readonly float[] _observed = [.. judgement.Rows.Select(row => data.Target[row])];

    /// <summary>The metrics of the summary, in its order.</summary>
    public static IReadOnlyList<string> Headlines { get; } =
        [RegressionMetric.RootMeanSquare, MetricName.NegativeLogLikelihood, MetricName.Coverage68];

    /// <summary>Writes everything.</summary>
    public void Write(
        IReadOnlyList<(RegressMethod Method, IReadOnlyList<FittedSplit> Fits)> methods,
        IReadOnlyList<RowPartition> splits)
    {
        using RunStage stage = request.Progress.Stage("report", 0, "figures");
        TrainingEntry[] training = [.. methods.Where(method => method.Fits[0].Course is not null)
            .SelectMany(method => method.Fits.Select((fit, split) => Entry(method.Method, split, fit.Course!)))];
        var metrics = new MetricsDocument { Figures = judgement.Figures, Training = training };
        AtomicFile.Write(request.Folder.PathOf("metrics.json"), stream => MetricsFile.Write(stream, metrics));
        Figure[] shapes = Shapes(), residuals = Residuals(), losses = Losses(methods);
        foreach (Figure figure in (Figure[])[.. shapes, .. residuals])
        {
            Write(figure, _palette);
            stage.Advance();
        }

        foreach (Figure figure in losses)
        {
            Write(figure, new MethodPalette(TrainingFigures.Curves));
        }

        using StreamWriter writer = new(request.Folder.PathOf("report.html"));
        HtmlReport.Write(writer, Document(shapes, residuals, losses, training, splits));
    }

    private FigureChoices Choices => new() { Methods = judgement.Names, Label = recipe.Label };

    private void Write(Figure figure, MethodPalette palette)
    {
        File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.svg"), FigureSvg.Render(figure, palette));
        File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.csv"), FigureCsv.Render(figure));
    }

    private Figure[] Shapes()
    {
        IEnumerable<Figure?> figures = judgement.Methods.Select(method =>
            RegressionFigures.PredictedAgainstObserved(data.TargetName, _observed, method, Choices));
        return [.. figures.Append(RegressionFigures.Pulls(_observed, judgement.Methods, Choices))
            .Concat(Calibration())
            .Append(TrueSpread() is { } truth
                ? RegressionFigures.SpreadOverTruth(truth, judgement.Methods, Choices)
                : null)
            .OfType<Figure>()];
    }

    private IReadOnlyList<Figure> Calibration() => CalibrationFigures.OfTransforms(
        [.. judgement.Methods.Where(method => method.Predictions.Distribution is not null).Select(method =>
            (method.Name, DistributionScores.Pit(_observed, method.Predictions.Distribution!, request.Threads)))],
        data.Weights is { } weights ? [.. judgement.Rows.Select(row => weights[row])] : null, Choices);

    private Figure[] Residuals() =>
    [
        .. data.Features.Take(MostResidualFigures).Select(feature =>
        {
            double[] values = Expression.Parse(feature.Expression).Evaluate(data.Table);
            return RegressionFigures.Residuals(
                feature.Name, [.. judgement.Rows.Select(row => (float)values[row])], _observed, judgement.Methods,
                Choices);
        }),
    ];

    private Figure[] Losses(IReadOnlyList<(RegressMethod Method, IReadOnlyList<FittedSplit> Fits)> methods) =>
    [
        .. methods.Where(method => method.Fits[0].Course is not null).Select(method => TrainingFigures.Loss(
            method.Method.NameOf(), method.Fits[0].Course!.Training, method.Fits[0].Course!.Validation, recipe.Label)),
    ];

    // Known for the embedded sample alone, and only where nobody chose another target.
    private float[]? TrueSpread() =>
        recipe.Source.Input is null && data.TargetName == KnownTruthSample.Target
            ? [.. judgement.Rows.Select(row => data.Table.Floats(KnownTruthSample.TrueSigma)[row])]
            : null;

    private ReportDocument Document(
        Figure[] shapes, Figure[] residuals, Figure[] losses, TrainingEntry[] training,
        IReadOnlyList<RowPartition> splits) => new()
        {
            Title = $"Regression of {data.TargetName}",
            Subtitle = recipe.Label,
            Methods = judgement.Names,
            Sections =
            [
                new()
                {
                    Title = "Result",
                    Paragraphs = [Intent, splits.Count > 1 ? Repeated : Once],
                    Checks = [.. KnownTruthChecks(), .. judgement.Limits],
                    Tables = [MethodTable()],
                },
                new() { Title = "What was run, on what", Tables = [SampleTable(splits), TimeTable()] },
                new() { Title = "Predictions and pulls", Figures = shapes },
                new() { Title = "Errors against features", Figures = residuals },
                new()
                {
                    Title = "Training",
                    Paragraphs = ["Losses are in units of the standardised target; curves are of the first split."],
                    Tables = [FigureTables.OfTraining(training)],
                    Figures = losses,
                },
            ],
        };

    private const string Intent =
        "Every method predicts the target of rows that it was not fitted to; figures are in the unit of the target. "
        + "nll is minus the mean logarithm of the predicted density, crps the mean ranked probability score; both are "
        + "small for predictions that are sharp and right. Coverages say how often the observed value lies in the "
        + "central 68.3 and 95 % of the predicted distribution.";

    private const string Repeated = "Values are means over the splits, with their standard error.";

    private const string Once = "There is one split, so values have no error.";

    private ReportTable MethodTable() => new()
    {
        Caption = "Figures of the test parts",
        Columns = ["metric", .. judgement.Names],
        Rows = [.. RegressionMetric.All
            .Where(metric => judgement.Figures.Any(entry => entry.Metric == metric))
            .Select(metric => (IReadOnlyList<string>)
                [metric, .. judgement.Names.Select(name => FigureTables.Cell(judgement.Figures.Whole(metric, name)))])],
    };

    // The spread is judged where it is known; the windows say what "recovered" means.
    private ReportCheck[] KnownTruthChecks()
    {
        if (TrueSpread() is not { } truth)
        {
            return [];
        }

        return [.. judgement.Methods.Where(m => m.Predictions.HasUncertainty && m.Name != "linear").Select(method =>
        {
            double[] ratios = [.. truth.Select((s, row) => (double)method.Predictions.SigmaSyst![row] / s).Order()];
            double median = ratios[ratios.Length / 2];
            string found = median.ToString("0.000", CultureInfo.InvariantCulture);
            string claim = $"{method.Name}: median of predicted over true spread";
            return new ReportCheck(claim, "0.9 to 1.1", found, median is >= 0.9 and <= 1.1);
        })];
    }

    private ReportTable SampleTable(IReadOnlyList<RowPartition> splits)
    {
        var rows = new List<(string, string)>
        {
            ("source", recipe.Source.Input ?? "embedded sample with known truth"),
            ("target", data.TargetName),
            ("features", string.Join(", ", data.Features.Select(feature => feature.Name))),
            ("weights", recipe.Weight ?? "none"),
            ("selection", recipe.Selection ?? "none"),
            ("rows in the source", Count(data.FileRowCount)),
            ("rows used", Count(data.Target.Length)),
            ("splits", $"{splits.Count}, {recipe.Protocol.SplitsFile ?? "drawn"}"),
            ("rows for training in the first", Count(splits[0].Training.Length)),
            ("rows for its validation", recipe.Protocol.Validation > 0 ? Count(splits[0].Validation.Length) : "none"),
            ("rows in its test part", Count(splits[0].Test.Length)),
            ("seed", recipe.Seed.ToString(CultureInfo.InvariantCulture)),
            ("version", ProgramVersion.Text),
        };
        rows.AddRange(data.Notes.Select(note => ("note", note)));
        rows.AddRange(request.Inputs.Select(input => ($"input {input.Path}", $"sha256 {input.Sha256}")));
        return ReportTable.OfValues("Sample", [.. rows]);
    }

    private ReportTable TimeTable() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage =>
            (stage.Name, stage.Seconds.ToString("0.0 s", CultureInfo.InvariantCulture)))]);

    private static TrainingEntry Entry(RegressMethod method, int split, TrainingCourse course) => new()
    {
        Method = $"{method.NameOf()}-{FitStage.Number(split)}",
        Rows = course.Rows,
        Epochs = course.Training.Length,
        BestEpoch = course.BestEpoch,
        ValidationLoss = course.BestLoss,
    };

    private static string Count(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
