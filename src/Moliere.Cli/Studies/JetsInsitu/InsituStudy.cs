using Moliere.Cli.Recipes.JetsInsitu;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>
/// Trains a network of jets on simulation, tunes it on data through the balance of dijets, and measures what became of
/// the resolution, both in situ and against the truth. Each stage leaves its result in the run folder.
/// </summary>
internal sealed class InsituStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "jets-insitu";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(
            Name, "Tables of 'moliere simulate jets' can be its source.input and data.source.input.");
        var recipe = (InsituRecipe)request.Recipe;
        InsituSample sample = InsituSample.Make(request, recipe);
        InsituNetworks networks = InsituNetworks.Train(request, recipe, sample);
        InsituFindings findings = InsituFindings.Of(request, recipe, sample, networks);
        new InsituReport(request, recipe, sample, networks, findings).Write();
        return new(Summary(request, sample, findings), LimitChecks.Broken(findings.Limits));
    }

    private static IReadOnlyList<string> Summary(
        StudyRequest request, InsituSample sample, InsituFindings findings) =>
    [
        $"{sample}; {findings.Data.Rows} dijets of data in the test part.",
        .. WindowLines.Of(request, findings.Windows),
        .. LimitChecks.Lines(findings.Limits),
    ];
}
