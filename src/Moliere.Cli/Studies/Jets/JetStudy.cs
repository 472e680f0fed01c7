using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Jets.Sources;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The study of jet calibration.</summary>
internal sealed class JetStudy : ObjectStudy<JetRecipe>
{
    /// <inheritdoc/>
    public override string Name => "jets";

    /// <inheritdoc/>
    protected override ObjectTables TablesOf(StudyVerb verb, JetRecipe recipe) => JetTableInput.Tables;

    /// <inheritdoc/>
    protected override ObjectRecipe About(JetRecipe recipe) =>
        new(recipe.Source, recipe.Label, recipe.Seed, recipe.Pileup.MeanMu);

    /// <inheritdoc/>
    protected override void CheckEarly(JetRecipe recipe) => JetSelection.CheckEarly(recipe);

    /// <inheritdoc/>
    protected override string Make(StudyRequest request, JetRecipe recipe) =>
        JetTableStage.Make(request, recipe.Table());

    /// <inheritdoc/>
    protected override SelectedSample Read(
        ITableSource source, JetRecipe recipe, string advice, int threads) =>
        JetSample.Read(source, recipe, advice, threads);

    /// <inheritdoc/>
    protected override IReadOnlyList<DerivedMethod> Derive(
        StudyRequest request, JetRecipe recipe, SelectedSample sample) =>
        new JetMethodStage(request, recipe, sample).Derive();

    /// <inheritdoc/>
    protected override IReadOnlyList<DerivedMethod> ReadMethods(
        StudyRequest request, JetRecipe recipe, Table columns) => TrainedJetMethods.Read(request, recipe, columns);

    /// <inheritdoc/>
    protected override StudyResult Judge(
        StudyRequest request, JetRecipe recipe, SelectedSample sample, IReadOnlyList<DerivedMethod> methods)
    {
        Table test = sample.FirstOfTest(recipe.Validation.MostJets);
        StudyJudgement judgement = JetJudgement.Of(request, recipe, test, methods);
        new JetReport(request, recipe, judgement).Write(
            methods,
            [
                .. Lines(request, recipe, sample, judgement.Sample),
                .. JetChainNotes.Of(request, judgement.Sample.Methods, test),
            ]);
        return new(Summary(request, sample, judgement), LimitChecks.Broken(judgement.Limits));
    }

    private static IReadOnlyList<string> Summary(
        StudyRequest request, SelectedSample sample, StudyJudgement judgement) =>
    [
        $"{sample}, {judgement.Sample.Rows} of them in the test part.",
        .. WindowLines.Of(request, JetWindows.Of(judgement)),
        .. LimitChecks.Lines(judgement.Limits),
    ];
}
