using System.Text.Json.Nodes;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Tests.Cli.Recipes;

public class LimitRuleTests
{
    private const string Two =
        """
        limits:
          - {metric: pull_width, method: mdn, min: 0.9, max: 1.1}
          - metric: resolution
            method: lcw
            variable: E_dep
            low: 1
            max: 0.3
        """;

    [Fact]
    public void ListOfRules_IsBoundWrittenAndBoundAgain()
    {
        ClusterRecipe recipe = Bind(Two);
        Assert.Equal(2, recipe.Limits.Count);
        Assert.Equal(new LimitRule { Metric = "pull_width", Method = "mdn", Min = 0.9, Max = 1.1 }, recipe.Limits[0]);
        Assert.Equal(("E_dep", 1.0, (double?)null), (recipe.Limits[1].Variable, recipe.Limits[1].Low,
            recipe.Limits[1].High));

        string text = RecipeWriter.Write(recipe);
        Assert.Equal(recipe.Limits, Bind(text).Limits);
        Assert.Equal(text, RecipeWriter.Write(Bind(text)));
        Assert.Contains("# Metric, as in metrics.json.", RecipeWriter.Write(recipe, DocText.OfProgram()),
            StringComparison.Ordinal);
        Assert.Equal(recipe.Limits, Bind(RecipeWriter.Write(recipe, DocText.OfProgram())).Limits);
    }

    [Fact]
    public void Assignment_ReplacesTheWholeList()
    {
        RecipeMap tree = RecipeOverride.Apply(
            RecipeTree.Read(Two, "my.yaml"), "limits=[{metric: crps, method: mdn, max: 0.1}]");
        var recipe = (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), tree);
        Assert.Equal("crps", Assert.Single(recipe.Limits).Metric);
    }

    [Theory]
    [InlineData("metric: pull_widht, method: mdn, max: 1",
        "line 2, column 6: in 'limits[0]': unknown metric 'pull_widht'; did you mean 'pull_width'?")]
    [InlineData("metric: crps, method: mdm, max: 1",
        "line 2, column 20: in 'limits[0]': unknown method 'mdm'; did you mean 'mdn'?")]
    [InlineData("metric: sigma_ratio_median, method: mdn/bnm, max: 1", "unknown method 'mdn/bnm'; did you mean")]
    [InlineData("metric: crps, method: mdn, variable: E_dpe, max: 1",
        "line 2, column 33: in 'limits[0]': unknown variable 'E_dpe'; did you mean 'E_dep'?")]
    [InlineData("metric: crps, method: mdn", "line 2, column 6: in 'limits[0]': found neither min nor max")]
    [InlineData("metric: crps, method: mdn, min: 2, max: 1", "column 33: in 'limits[0]': min is 2, expected at most")]
    [InlineData("metric: crps, method: mdn, max: 1, low: 1", "column 41: in 'limits[0]': found bounds without")]
    [InlineData("metric: crps, method: mdn, max: 1, variable: mu, low: 3, high: 3", "low is 3, expected below high")]
    [InlineData("metric: crps, max: 1", "in 'limits[0]': found no method")]
    [InlineData("metric: crps, method: mdn, maxi: 1",
        "column 33: unknown key 'limits[0].maxi'; did you mean 'limits[0].max'?")]
    [InlineData("metric: crps, method: mdn, max: one", "'limits[0].max': found 'one', expected a number, or auto.")]
    public void WrongRule_IsRefusedWithItsPlace(string rule, string expected)
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Bind($"limits:\n  - {{{rule}}}"));
        Assert.StartsWith("my.yaml, line 2, column ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondRule_IsTheOneAtFault()
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Bind(Two.Replace("lcw", "lwc")));
        Assert.Contains("line 4, column 5: in 'limits[1]': unknown method 'lwc'; did you mean 'lcw'?", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NoList_IsRefused() => Assert.Contains(
        "'limits': found '3', expected a list, each item a block of keys (metric, method, variable, low, high, min, "
        + "max).",
        Assert.Throws<RecipeException>(() => Bind("limits: 3")).Message, StringComparison.Ordinal);

    [Fact]
    public void Schema_DescribesTheItems()
    {
        JsonNode schema = JsonNode.Parse(RecipeSchema.Write("clusters", typeof(ClusterRecipe), DocText.OfProgram()))!;
        JsonNode item = schema["properties"]!["limits"]!["items"]!;
        Assert.False((bool)item["additionalProperties"]!);
        Assert.Equal("Metric, as in metrics.json.", (string)item["properties"]!["metric"]!["description"]!);
    }

    private static ClusterRecipe Bind(string yaml) =>
        (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), RecipeTree.Read(yaml, "my.yaml"));
}
