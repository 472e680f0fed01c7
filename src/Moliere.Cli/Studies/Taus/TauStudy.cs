using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Cli.Studies.Taus.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Taus;

/// <summary>The study of the tau energy scale.</summary>
internal sealed class TauStudy : ObjectStudy<TauRecipe>
{
    /// <inheritdoc/>
    public override string Name => "taus";

    /// <inheritdoc/>
    protected override ObjectTables TablesOf(StudyVerb verb, TauRecipe recipe) =>
        TauTableInput.TablesFor(recipe.Methods, verb);

    /// <inheritdoc/>
    protected override ObjectRecipe About(TauRecipe recipe) =>
        new(recipe.Source, recipe.Label, recipe.Seed, recipe.Pileup.MeanMu);

    /// <inheritdoc/>
    protected override void CheckEarly(TauRecipe recipe) => TauSample.CheckEarly(recipe);

    /// <inheritdoc/>
    protected override string Make(StudyRequest request, TauRecipe recipe) => TauTableStage.Make(request, recipe);

    /// <inheritdoc/>
    protected override SelectedSample Read(
        ITableSource source, TauRecipe recipe, string advice, int threads) =>
        TauSample.Read(source, recipe, advice, threads);

    /// <inheritdoc/>
    protected override IReadOnlyList<DerivedMethod> Derive(
        StudyRequest request, TauRecipe recipe, SelectedSample sample) =>
        new TauMethodStage(request, recipe, sample).Derive();

    /// <inheritdoc/>
    protected override IReadOnlyList<DerivedMethod> ReadMethods(
        StudyRequest request, TauRecipe recipe, Table columns) => TrainedTauMethods.Read(request, recipe);

    /// <inheritdoc/>
    protected override StudyResult Judge(
        StudyRequest request, TauRecipe recipe, SelectedSample sample, IReadOnlyList<DerivedMethod> methods)
    {
        Table test = TauScalesStage.Complete(request, sample.FirstOfTest(recipe.Validation.MostTaus));
        StudyJudgement judgement = TauJudgement.Of(request, recipe, test, methods);
        new TauReport(request, recipe, judgement).Write(
            methods, TauImportance.Of(request, recipe, test, methods),
            Lines(request, recipe, sample, judgement.Sample));
        return new(Summary(request, sample, judgement), LimitChecks.Broken(judgement.Limits));
    }

    private static IReadOnlyList<string> Summary(
        StudyRequest request, SelectedSample sample, StudyJudgement judgement) =>
    [
        $"{sample}, {judgement.Sample.Rows} of them in the test part.",
        .. WindowLines.Of(request, TauWindows.Of(judgement)),
        .. LimitChecks.Lines(judgement.Limits),
    ];
}
