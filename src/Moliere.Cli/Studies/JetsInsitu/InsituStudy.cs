using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Validation.Report;

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
        if (request.Verb != StudyVerb.Run)
        {
            string verb = request.Verb.ToString().ToLowerInvariant();
            throw new RefusalException(
                ExitCode.Usage,
                $"The study 'jets-insitu' has no separate '{verb}'; it is done by 'moliere run jets-insitu'. Tables of "
                + "'moliere simulate jets' can be its source.input and data.source.input.");
        }

        var recipe = (InsituRecipe)request.Recipe;
        InsituSample sample = InsituSample.Make(request, recipe);
        InsituNetworks networks = InsituNetworks.Train(request, recipe, sample);
        InsituFindings findings = InsituFindings.Of(request, recipe, sample, networks);
        new InsituReport(request, recipe, sample, networks, findings).Write();
        return new(Summary(sample, findings), LimitChecks.Broken(findings.Limits));
    }

    private static IReadOnlyList<string> Summary(InsituSample sample, InsituFindings findings) =>
    [
        $"{sample}; {findings.Data.Rows} dijets of data in the test part.",
        .. WindowLines.Of((ReportCheck[])[.. findings.Windows, .. findings.Monitors]),
        .. LimitChecks.Lines(findings.Limits),
    ];
}
