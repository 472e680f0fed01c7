using Moliere.Cli.Recipes.Inferno;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>
/// Trains summaries by the uncertainty they promise on a mixture with known densities, and holds them against a
/// classifier, against what is exact, and against the published table. Each training leaves its result in the run
/// folder.
/// </summary>
internal sealed class InfernoStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "inferno";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(Name);
        var recipe = (InfernoRecipe)request.Recipe;
        InfernoFindings findings = InfernoFindings.Of(request, recipe);
        IReadOnlyList<ReportCheck> windows = InfernoWindows.Of(findings);
        new InfernoReport(request, recipe, findings).Write(windows);
        request.Folder.Remove("checkpoints");
        return new(
            [.. WindowLines.Of(request, windows), .. findings.Obstacles, .. LimitChecks.Lines(findings.Limits)],
            LimitChecks.Broken(findings.Limits));
    }
}
