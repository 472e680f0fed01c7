using Moliere.Cli.Recipes.Pivot;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>
/// Plays classifiers against adversaries that guess a nuisance: on a toy whose best classifiers are known, and on
/// jets with and without pile-up or any table. Each game leaves its state in the run folder.
/// </summary>
internal sealed class PivotStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "pivot";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(Name, "It reads a table by its --input.");
        var recipe = (PivotRecipe)request.Recipe;
        PivotFindings findings = PivotFindings.Of(request, recipe);
        IReadOnlyList<ReportCheck> windows = PivotWindows.Of(findings);
        new PivotReport(request, recipe, findings).Write(windows);
        request.Folder.Remove(GameOutcome.Checkpoints);
        return new(
            [.. WindowLines.Of(request, windows), .. LimitChecks.Lines(findings.Limits)],
            LimitChecks.Broken(findings.Limits));
    }
}
