using Moliere.Cli.Recipes.Displaced;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>
/// The search for displaced jets: a network of clusters, tracks and muon segments, held to data by an adversary in a
/// control region, trees of events, and a plane that counts the background. Each stage leaves its result in the run
/// folder.
/// </summary>
internal sealed class DisplacedStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "displaced";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(Name);
        var recipe = (DisplacedRecipe)request.Recipe;
        var parts = DisplacedParts.Of(request, recipe);
        request.Progress.Say($"{parts}.");
        var networks = DisplacedNetworks.Train(request, recipe, parts);
        var findings = DisplacedFindings.Of(request, recipe, parts, networks);
        IReadOnlyList<ReportCheck> windows = DisplacedWindows.Of(findings, networks);
        DisplacedPreservation.Write(request, findings, networks);
        new DisplacedReport(request, recipe, networks, findings).Write(windows);
        if (!networks.HasFailed)
        {
            request.Folder.Remove(DisplacedNetworks.CheckpointFolder);
        }

        return new(
            [$"{parts}.", .. WindowLines.Of(request, windows), .. LimitChecks.Lines(findings.Limits)],
            LimitChecks.Broken(findings.Limits));
    }
}
