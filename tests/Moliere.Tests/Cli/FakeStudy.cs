using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies;

namespace Moliere.Tests.Cli;

/// <summary>
/// A study of two stages that does no physics: the second fails on demand, the first is skipped when done.
/// </summary>
internal sealed class FakeStudy : IStudy
{
    public string Name => "clusters";

    public Exception? Failure { get; set; }

    public IReadOnlyList<string> FailedChecks { get; set; } = [];

    public int TablesMade { get; private set; }

    public List<StudyRequest> Requests { get; } = [];

    public StudyResult Execute(StudyRequest request)
    {
        Requests.Add(request);
        var recipe = (ClusterRecipe)request.Recipe;
        if (!request.Folder.Has("tables/clusters.csv"))
        {
            using RunStage stage = request.Progress.Stage("simulation", recipe.Source.Events);
            stage.Advance(recipe.Source.Events);
            request.Folder.WriteText("tables/clusters.csv", "e_em\n1.5\n");
            TablesMade++;
        }

        if (Failure is not null)
        {
            throw Failure;
        }

        request.Folder.WriteText("metrics.json", $"{{\"seed\": {recipe.Seed}}}\n");
        return new StudyResult(["2 clusters"], FailedChecks);
    }
}
