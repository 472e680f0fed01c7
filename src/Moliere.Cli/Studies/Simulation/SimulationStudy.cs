using System.Globalization;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Simulation;
using Moliere.Cli.Studies.Clusters;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>
/// Compares generator and detector with references: every topic makes its events, draws its distributions over those
/// of others and checks its numbers.
/// </summary>
internal sealed class SimulationStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "simulation";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(Name);
        var recipe = (SimulationRecipe)request.Recipe;
        var world = new Lazy<ClusterWorld>(() => BuildWorld(request, recipe));
        var figures = new ComparedFigures(recipe.Label);
        SimulationChapter[] chapters =
            [.. recipe.Topics.Distinct().Select(topic => Chapter(topic, request, recipe, figures, world))];
        FigureEntry[] entries = [.. chapters.SelectMany(chapter => chapter.Values).SelectMany(value => value.Entry())];
        IReadOnlyList<ReportCheck> limits = LimitChecks.Of(recipe.Limits, entries);
        new SimulationReport(request, recipe).Write(chapters, entries, limits);
        return new([.. chapters.Select(Summary), .. LimitChecks.Lines(limits)], LimitChecks.Broken(limits));
    }

    private static SimulationChapter Chapter(
        SimulationTopic topic, StudyRequest request, SimulationRecipe recipe, ComparedFigures figures,
        Lazy<ClusterWorld> world) => topic switch
        {
            SimulationTopic.ElectronPositron => LeptonChapter.Of(request, recipe, figures),
            SimulationTopic.Jets => JetChapter.Of(request, recipe, figures),
            SimulationTopic.MinimumBias => MinimumBiasChapter.Of(request, recipe, figures),
            SimulationTopic.Taus => TauChapter.Of(request, recipe, figures),
            SimulationTopic.Particles => ParticleChapter.Of(request, recipe, figures, world.Value),
            _ => PileupChapter.Of(request, recipe, figures, world.Value),
        };

    private static ClusterWorld BuildWorld(StudyRequest request, SimulationRecipe recipe)
    {
        using var stage = request.Progress.Stage("pile-up library", 0, "collisions");
        var detector = new ClusterRecipe { Seed = recipe.Seed, Pileup = recipe.Pileup, Detector = recipe.Detector };
        return new ClusterWorld(detector, request.Threads);
    }

    private static string Summary(SimulationChapter chapter)
    {
        IReadOnlyList<ReportCheck> checks = ComparedChecks.Of(chapter.Values);
        int passed = checks.Count(check => check.Passed);
        return checks.Count == 0 ? $"{chapter.Title}: nothing is asked of it"
            : string.Create(CultureInfo.InvariantCulture, $"{chapter.Title}: {passed} of {checks.Count} checks pass");
    }
}
