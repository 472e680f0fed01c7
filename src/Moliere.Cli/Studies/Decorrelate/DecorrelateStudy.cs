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
            StudyVerb.Simulate => Counted(Make(request, recipe)),
            StudyVerb.Merge => Merge(request),
            StudyVerb.Train => Train(request, OfTable(request, recipe)),
            StudyVerb.Validate => Validate(request, OfTable(request, recipe)),
            _ => Judge(request, recipe, Read(Make(request, recipe), recipe)),
        };
    }

    private static string Make(StudyRequest request, DecorrelateRecipe recipe) => BoostedTableStage.Make(
        request, new(recipe.Source, recipe.Jets, new(
            recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed)));

    // Where a table is given, it is what the recipe's own source would be.
    private static DecorrelateRecipe OfTable(StudyRequest request, DecorrelateRecipe recipe) =>
        BoostedTableInput.Tables.IsTable(request.Table!)
            ? recipe with { Source = recipe.Source with { Input = request.Table } }
            : throw new RefusalException(
                ExitCode.Usage,
                $"'{request.Table}' is no table of jets; give a .table, CSV or ROOT file, or a folder that 'moliere "
                + "simulate decorrelate' wrote.");

    private static StudyResult Train(StudyRequest request, DecorrelateRecipe recipe)
    {
        IReadOnlyList<TrainedDiscriminant> all =
            new TrainedDiscriminants(request, recipe, Read(Make(request, recipe), recipe)).All();
        return new([$"{all.Count} discriminants of {all.Select(one => one.Method).Distinct().Count()} methods."], []);
    }

    private static StudyResult Validate(StudyRequest request, DecorrelateRecipe recipe)
    {
        SameSplit.Require(request.Models!, Choices(recipe), other => (other as DecorrelateRecipe) is { } own
            ? Choices(own) : null);
        return Judge(request, recipe, Read(Make(request, recipe), recipe));
    }

    private static SplitChoices Choices(DecorrelateRecipe recipe) => new(recipe.Seed, recipe.Split);

    private static StudyResult Merge(StudyRequest request)
    {
        new TableProduction(request, BoostedTableStage.FileName).Merge();
        return Counted(request.Folder.PathOf(BoostedTableStage.FileName));
    }

    private static StudyResult Counted(string table) => new([$"{TableFile.ReadHeader(table).RowCount} jets"], []);

    private static StudyResult Judge(StudyRequest request, DecorrelateRecipe recipe, DecorrelateSample sample)
    {
        DecorrelateFindings findings = DecorrelateFindings.Of(request, recipe, sample);
        IReadOnlyList<ReportCheck> windows = new DecorrelateWindows(findings.Figures, recipe).All;
        new DecorrelateReport(request, recipe, sample, findings).Write(windows);
        return new(
            [
                $"{sample.All} jets, {sample.Test.Count} of them in the test part.",
                .. WindowLines.Of(request, windows), .. LimitChecks.Lines(findings.Limits),
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
