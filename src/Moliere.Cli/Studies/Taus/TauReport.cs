using System.Globalization;
using Moliere.Cli.Recipes.Taus;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of a judgement.</summary>
internal sealed class TauReport(StudyRequest request, TauRecipe recipe, StudyJudgement judgement)
{
    /// <summary>Writes everything.</summary>
    /// <param name="methods">The methods, for their trainings.</param>
    /// <param name="importance">What learnt methods use.</param>
    /// <param name="sampleLines">What the taus are, for the report.</param>
    public void Write(
        IReadOnlyList<DerivedMethod> methods,
        IReadOnlyList<(string Method, IReadOnlyList<FeatureImportance> Features)> importance,
        IReadOnlyList<(string Label, string Value)> sampleLines)
    {
        TauFigureSet figures = new(judgement, importance, recipe.Label, request.Threads, methods);
        ReportFiles.Write(
            request, judgement.Figures, methods, figures.All, () => Document(figures, methods, sampleLines));
    }

    private ReportDocument Document(
        TauFigureSet figures, IReadOnlyList<DerivedMethod> methods,
        IReadOnlyList<(string Label, string Value)> sampleLines)
    {
        ReportSection[] sections =
        [
            Result(),
            new()
            {
                Title = "What was run, on what",
                Paragraphs = [TauTexts.Methods, TauTexts.Crossings],
                Tables = [ReportTable.OfValues("Sample", [.. sampleLines]), Times()],
            },
            new()
            {
                Title = "Training",
                Tables = methods.Any(method => method.Training is not null)
                    ? [FigureTables.OfTraining(DerivedMethod.Trainings(methods))] : [],
                Figures = figures.Losses,
            },
            new() { Title = "Line shape", Figures = figures.LineShapes },
            new() { Title = "Scale", Paragraphs = [TauTexts.Threshold], Figures = figures.Scale },
            new() { Title = "Resolution", Figures = figures.Resolution },
            new()
            {
                Title = "Decay modes",
                Paragraphs = [TauTexts.Modes],
                Tables = TauTables.OfModes(judgement),
                Figures = figures.Modes,
            },
            new()
            {
                Title = "Taus chosen by their predicted uncertainty",
                Paragraphs = [TauTexts.Classes],
                Tables = TauTables.OfClasses(judgement),
                Figures = [.. figures.Selection, .. figures.Classes],
            },
            new()
            {
                Title = "Can the uncertainty be believed?",
                Paragraphs = [TauTexts.Uncertainty],
                Tables = UncertaintyResult.Tables(judgement, TauAxes.Ranges),
                Figures = figures.Uncertainty,
            },
            new() { Title = "What is used", Paragraphs = [TauTexts.Importance], Figures = figures.Importance },
            new() { Title = "Medians and relative widths", Figures = figures.Quantiles },
        ];
        return new()
        {
            Title = "Energy scale of hadronic tau decays",
            Subtitle = recipe.Label,
            Methods = judgement.Methods,
            Sections = [.. sections.Where(section =>
                section.Tables.Count + section.Figures.Count + section.Checks.Count > 0)],
        };
    }

    private ReportSection Result() => new()
    {
        Title = "Result",
        Paragraphs =
        [
            TauTexts.Intent, .. WindowLines.Meaning(request, TauWindows.Of(judgement)), TauTexts.Estimators,
        ],
        Checks = [.. TauWindows.Of(judgement), .. judgement.Limits],
        Tables = TauTables.OfResponse(judgement),
    };

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage =>
            (stage.Name, stage.Seconds.ToString("0.0 s", CultureInfo.InvariantCulture)))]);
}
