using System.Globalization;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Jets.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Jets;

/// <summary>
/// The study of jet calibration: table, methods, judgement, report. Each stage leaves its result in the run folder and
/// is skipped where an interrupted run has left it.
/// </summary>
internal sealed class JetStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "jets";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        var recipe = (JetRecipe)request.Recipe;
        return request.Verb switch
        {
            StudyVerb.Simulate => Simulate(request, recipe),
            StudyVerb.Merge => Merge(request, recipe),
            StudyVerb.Train => Train(request, recipe),
            StudyVerb.Validate => Validate(request, recipe),
            _ => Run(request, recipe),
        };
    }

    private static StudyResult Run(StudyRequest request, JetRecipe recipe)
    {
        JetSelection.CheckEarly(recipe);
        SelectedSample sample = Read(new TableFileSource(JetTableStage.Make(request, recipe.Table())), request, recipe);
        return Judge(request, recipe, sample, new JetMethodStage(request, recipe, sample).Derive());
    }

    private static StudyResult Simulate(StudyRequest request, JetRecipe recipe)
    {
        string table = JetTableStage.Make(request, recipe.Table());
        WriteFormats(request, recipe);
        return new([Describe(table)], []);
    }

    private static StudyResult Merge(StudyRequest request, JetRecipe recipe)
    {
        new TableProduction(request, JetTableStage.FileName).Merge();
        WriteFormats(request, recipe);
        return new([Describe(request.Folder.PathOf(JetTableStage.FileName))], []);
    }

    private static void WriteFormats(StudyRequest request, JetRecipe recipe) =>
        new TableProduction(request, JetTableStage.FileName).WriteFormats(
            recipe.Source.Formats.Contains(TableFormat.Csv), recipe.Source.Formats.Contains(TableFormat.Root),
            recipe.Label);

    private static string Describe(string table)
    {
        using var source = new TableFileSource(table);
        return $"{source.RowCount} jets";
    }

    private static StudyResult Train(StudyRequest request, JetRecipe recipe)
    {
        SelectedSample sample = Read(JetTableInput.Tables.Open(request, recipe.Source, request.Table!), request, recipe);
        IReadOnlyList<DerivedMethod> methods = new JetMethodStage(request, recipe, sample).Derive();
        return new([.. methods.Select(method => method.Describe("jets"))], []);
    }

    private static StudyResult Validate(StudyRequest request, JetRecipe recipe)
    {
        SelectedSample sample = Read(JetTableInput.Tables.Open(request, recipe.Source, request.Table!), request, recipe);
        return Judge(request, recipe, sample, TrainedJetMethods.Read(request, recipe, sample.Columns));
    }

    private static SelectedSample Read(ITableSource source, StudyRequest request, JetRecipe recipe)
    {
        using (source)
        {
            return JetSample.Read(source, recipe, request.Threads);
        }
    }

    private static StudyResult Judge(
        StudyRequest request, JetRecipe recipe, SelectedSample sample, IReadOnlyList<DerivedMethod> methods)
    {
        Table test = sample.FirstOfTest(recipe.Validation.MostJets);
        JetJudgement judgement = JetJudgement.Of(request, recipe, test, methods);
        new JetReport(request, recipe, judgement).Write(
            methods,
            [
                .. Lines(request, recipe, sample, judgement),
                .. JetChainNotes.Of(request, judgement.Sample.Methods, test),
            ]);
        return new(Summary(request, recipe, sample, judgement), LimitChecks.Broken(judgement.Limits));
    }

    private static IReadOnlyList<(string Label, string Value)> Lines(
        StudyRequest request, JetRecipe recipe, SelectedSample sample, JetJudgement judgement) =>
    [
        ("source", request.Table ?? recipe.Source.Input ?? $"embedded generator: {recipe.Source.Process}"),
        .. sample.Survey.Lines(),
        ("jets selected", Count(sample.RowCount)),
        ("jets in the test part", Count(sample[SplitPart.Test].RowCount)),
        .. judgement.Sample.Rows < sample[SplitPart.Test].RowCount
            ? new[] { ("of them judged on, the first", Count(judgement.Sample.Rows)) } : [],
        .. judgement.Sample.Methods.Select(m =>
            ($"not calibrated by {m.Name}", Count(m.Predictions.NotCalibratedCount))),
        ("selection", sample.Condition),
        .. IsTable(request, recipe) ? Array.Empty<(string, string)>()
            : [("mean number of collisions", recipe.Pileup.MeanMu.ToString("0.#", CultureInfo.InvariantCulture))],
        ("seed", recipe.Seed.ToString(CultureInfo.InvariantCulture)),
        ("version", ProgramVersion.Text),
        .. request.Inputs.Select(input => ($"input {input.Path}", $"sha256 {input.Sha256}")),
    ];

    private static IReadOnlyList<string> Summary(
        StudyRequest request, JetRecipe recipe, SelectedSample sample, JetJudgement judgement) =>
    [
        $"{sample}, {judgement.Sample.Rows} of them in the test part.",
        .. WindowLines.Of(JetWindows.Of(judgement)),
        JetWindows.Meaning(request, recipe),
        .. LimitChecks.Lines(judgement.Limits),
    ];

    // Of a table that was made elsewhere the recipe does not know the pile-up.
    private static bool IsTable(StudyRequest request, JetRecipe recipe) =>
        request.Table is not null || (recipe.Source.Input is { } input && JetTableInput.Tables.IsTable(input));

    private static string Count(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
