using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Cli.Studies;
using Moliere.Validation.Report;

namespace Moliere.Tests.Cli.Studies;

public sealed class WindowLinesTests
{
    private static readonly ReportCheck[] s_windows =
        [new("σ_{s}", "at most 2", "1", true), new("area", "1", "0", false)];

    [Fact]
    public void ShippedRecipes_MustReachTheWindows_WithAnySeed()
    {
        object[] seeded =
        [
            new ClusterRecipe { Seed = 7 }, new DecorrelateRecipe { Seed = 7 }, new DisplacedRecipe { Seed = 7 },
            new InfernoRecipe { Seed = 7 }, new PivotRecipe { Seed = 7 },
        ];
        Assert.All(seeded, recipe => Assert.Contains("must reach", Meaning(recipe)));
        Assert.All(ShippedRecipe.All, shipped =>
            Assert.Contains("must reach", Meaning(Activator.CreateInstance(shipped.Type)!)));
    }

    [Fact]
    public void OtherRecipesAndTables_HaveThemForOrientation()
    {
        Assert.Contains("orientation only", Meaning(new PivotRecipe { Toy = new() { Iterations = 20 } }));
        Assert.Contains("orientation only", Meaning(new DecorrelateRecipe { Methods = [DecorrelateMethod.D2] }));
        Assert.Contains("orientation only", Meaning(new ClusterRecipe(), "jets.table"));
    }

    [Fact]
    public void Lines_AreFollowedByTheMeaning()
    {
        IReadOnlyList<string> lines = WindowLines.Of(Request(new PivotRecipe(), null), s_windows);
        Assert.Equal(["reached  σ_s: 1 (at most 2)", "missed   area: 0 (1)"], lines.SkipLast(1));
        Assert.Empty(WindowLines.Of(Request(new PivotRecipe(), null), []));
    }

    private static string Meaning(object recipe, string? table = null) =>
        Assert.Single(WindowLines.Meaning(Request(recipe, table), s_windows));

    private static StudyRequest Request(object recipe, string? table) => new()
    {
        Verb = StudyVerb.Run,
        Recipe = recipe,
        Folder = null!,
        Progress = null!,
        Threads = 1,
        Table = table,
    };
}
