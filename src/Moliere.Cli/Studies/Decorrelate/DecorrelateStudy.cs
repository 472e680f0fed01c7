using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Studies.Boosted;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>
/// Makes taggers of bosons in many ways independent of the jet mass, and measures what that costs and brings. Each
/// discriminant leaves its file in the run folder.
/// </summary>
internal sealed class DecorrelateStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "decorrelate";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        var recipe = (DecorrelateRecipe)request.Recipe;
        return request.Verb switch
        {
            StudyVerb.Run => Run(request, recipe),
            StudyVerb.Simulate => Counted(Make(request, recipe)),
            StudyVerb.Merge => Merge(request),
            _ => throw new RefusalException(
                ExitCode.Usage,
                $"The study 'decorrelate' has no separate '{request.Verb.ToString().ToLowerInvariant()}'; it is done "
                + "by 'moliere run decorrelate'. A folder of 'moliere simulate decorrelate' can be its source.input."),
        };
    }

    private static string Make(StudyRequest request, DecorrelateRecipe recipe) => BoostedTableStage.Make(
        request, new(recipe.Source, recipe.Jets, new(
            recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed)));

    private static StudyResult Merge(StudyRequest request)
    {
        new TableProduction(request, BoostedTableStage.FileName).Merge();
        return Counted(request.Folder.PathOf(BoostedTableStage.FileName));
    }

    private static StudyResult Counted(string table) => new([$"{TableFile.ReadHeader(table).RowCount} jets"], []);

    private static StudyResult Run(StudyRequest request, DecorrelateRecipe recipe)
    {
        DecorrelateSample sample = Read(Make(request, recipe), recipe);
        DecorrelateFindings findings = DecorrelateFindings.Of(request, recipe, sample);
        IReadOnlyList<ReportCheck> windows = DecorrelateWindows.Of(findings, recipe);
        new DecorrelateReport(request, recipe, sample, findings).Write(windows);
        return new(
            [
                $"{sample.All} jets, {sample.Test.Count} of them in the test part.", .. WindowLines.Of(windows),
                .. LimitChecks.Lines(findings.Limits),
            ],
            LimitChecks.Broken(findings.Limits));
    }

    private static DecorrelateSample Read(string table, DecorrelateRecipe recipe)
    {
        try
        {
            return DecorrelateSample.Read(table, recipe);
        }
        catch (MissingColumnException error)
        {
            throw new RefusalException(ExitCode.BadData, error.Message);
        }
    }
}
