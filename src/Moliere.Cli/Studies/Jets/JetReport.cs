using System.Globalization;
using Moliere.Cli.Recipes.Jets;
using Moliere.Validation.Plots.Jets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of a judgement.</summary>
internal sealed class JetReport(StudyRequest request, JetRecipe recipe, StudyJudgement judgement)
{
    /// <summary>Writes everything.</summary>
    /// <param name="methods">The methods, for their trainings.</param>
    /// <param name="sampleLines">What the jets are, for the report.</param>
    public void Write(
        IReadOnlyList<DerivedMethod> methods, IReadOnlyList<(string Label, string Value)> sampleLines)
    {
        JetFigureSet figures = new(judgement, recipe.Label, request.Threads, methods);
        ReportFiles.Write(
            request, judgement.Figures, methods, figures.All, () => Document(figures, methods, sampleLines));
    }

    private ReportDocument Document(
        JetFigureSet figures, IReadOnlyList<DerivedMethod> methods,
        IReadOnlyList<(string Label, string Value)> sampleLines)
    {
        ReportSection[] sections =
        [
            Result(),
            new()
            {
                Title = "What was run, on what",
                Paragraphs = [JetTexts.Weights],
                Tables = [ReportTable.OfValues("Sample", [.. sampleLines]), Times()],
            },
            new()
            {
                Title = "Training",
                Tables = methods.Any(method => method.Training is not null)
                    ? [FigureTables.OfTraining(DerivedMethod.Trainings(methods))] : [],
                Figures = figures.Losses,
            },
            new() { Title = "Response and closure", Paragraphs = [JetTexts.Threshold], Figures = figures.Closure },
            new()
            {
                Title = "Resolution",
                Paragraphs = [JetTexts.Anchors],
                Tables = JetTables.OfTerms(judgement),
                Figures = figures.Resolution,
            },
            new() { Title = "Quarks and gluons", Paragraphs = [JetTexts.Flavour], Figures = figures.Flavour },
            new() { Title = "Pile-up", Paragraphs = [JetTexts.Pileup], Figures = figures.Pileup },
            new()
            {
                Title = "Can the uncertainty be believed?",
                Paragraphs = [JetTexts.Uncertainty],
                Tables = UncertaintyResult.Tables(judgement, JetTables.Ranges),
                Figures = figures.Uncertainty,
            },
            new()
            {
                Title = "Medians, quantiles and tails",
                Paragraphs = [JetTexts.Tails],
                Tables = JetTables.OfTails(judgement),
                Figures = figures.Quantiles,
            },
            new() { Title = "Distributions", Figures = figures.Shapes },
        ];
        return new()
        {
            Title = "Calibration of jets",
            Subtitle = recipe.Label,
            Methods = [.. judgement.Methods, JetAnchors.Name],
            Sections = [.. sections.Where(HasSubstance)],
        };
    }

    private ReportSection Result() => new()
    {
        Title = "Result",
        Paragraphs =
        [
            JetTexts.Intent, .. WindowLines.Meaning(request, JetWindows.Of(judgement)), JetTexts.Estimators,
        ],
        Checks = [.. JetWindows.Of(judgement), .. judgement.Limits],
        Tables = JetTables.OfResponse(judgement),
    };

    private static bool HasSubstance(ReportSection section) =>
        section.Tables.Count + section.Figures.Count + section.Checks.Count > 0;

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage =>
            (stage.Name, stage.Seconds.ToString("0.0 s", CultureInfo.InvariantCulture)))]);
}
