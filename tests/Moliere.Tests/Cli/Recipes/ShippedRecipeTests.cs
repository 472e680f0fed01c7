// covers: RecipeWriter, RecipeSchema, DocText, RecipeSource
using System.Text.Json.Nodes;
using Moliere.Cli;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Recipes;

public class ShippedRecipeTests
{
    [Theory]
    [InlineData("clusters")]
    [InlineData("decorrelate")]
    [InlineData("displaced")]
    [InlineData("events")]
    [InlineData("inferno")]
    [InlineData("jets")]
    [InlineData("jets-insitu")]
    [InlineData("pivot")]
    [InlineData("regress")]
    [InlineData("simulation")]
    [InlineData("taus")]
    public void ShippedText_IsTheDefaultsWithTheDocCommentOfEveryKey(string name)
    {
        ShippedRecipe shipped = ShippedRecipe.Find(name)!;
        string text = RecipeWriter.Write(Activator.CreateInstance(shipped.Type)!, DocText.OfProgram());
        Golden.AssertFileMatches(Repository.At($"src/Moliere.Cli/Recipes/Shipped/{name}.yaml"), text);
        Assert.Equal(text, shipped.ReadText());
    }

    [Theory]
    [InlineData("clusters")]
    [InlineData("jets")]
    [InlineData("taus")]
    public void UnchangedRecipe_IsTheDefaultOne(string name)
    {
        (ShippedRecipe shipped, RecipeMap tree) = RecipeSource.Read(name);
        Assert.Equal(
            RecipeWriter.Write(Activator.CreateInstance(shipped.Type)!),
            RecipeWriter.Write(RecipeBinder.Bind(shipped.Type, tree)));
    }

    [Fact]
    public void WrittenRecipe_BindsBackToTheSameText()
    {
        ClusterRecipe recipe = new()
        {
            Seed = 7,
            Label = "true",
            Source = new() { Input = "a \"b\": #c\n", Passes = 2, PtMin = 0.1 + 20 },
            Methods = [ClusterMethod.Em],
        };
        string text = RecipeWriter.Write(recipe);
        object again = RecipeBinder.Bind(typeof(ClusterRecipe), RecipeTree.Read(text, "written"));
        Assert.Equal(text, RecipeWriter.Write(again));
        SourceSection source = ((ClusterRecipe)again).Source;
        Assert.Equal((recipe.Source.Input, 2, 0.1 + 20), (source.Input, source.Passes, source.PtMin));
        Assert.Equal("true", ((ClusterRecipe)again).Label);
    }

    [Fact]
    public void QuickVariant_Binds()
    {
        foreach (ShippedRecipe shipped in ShippedRecipe.All)
        {
            RecipeMap tree = shipped.Quick.Aggregate(
                RecipeSource.Read(shipped.Name).Tree, (map, change) => RecipeOverride.Apply(map, change));
            Assert.IsType(shipped.Type, RecipeBinder.Bind(shipped.Type, tree));
        }
    }

    [Fact]
    public void Schema_RefusesUnknownKeysAndStatesRanges()
    {
        JsonNode schema = JsonNode.Parse(RecipeSchema.Write("clusters", typeof(ClusterRecipe), DocText.OfProgram()))!;
        JsonNode training = schema["properties"]!["training"]!;
        Assert.False((bool)training["additionalProperties"]!);
        Assert.Equal(1, (double)training["properties"]!["epochs"]!["minimum"]!);
        Assert.Equal(4096, (double)schema["properties"]!["mlp"]!["properties"]!["hidden"]!["items"]!["maximum"]!);
        JsonNode passes = schema["properties"]!["source"]!["properties"]!["passes"]!;
        Assert.Equal("auto", (string)passes["anyOf"]![1]!["const"]!);
        Assert.Contains("one_cycle", training["properties"]!["schedule"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            "How all networks are fitted; Bayesian network and ensembles have epochs of their own.",
            (string)training["description"]!);
    }

    [Theory]
    [InlineData("seed: 1", "the key 'study' is missing")]
    [InlineData("study: cluster", "line 1, column 8: unknown study 'cluster'; did you mean 'clusters'?")]
    public void RecipeWithoutKnownStudy_IsRefused(string yaml, string expected)
    {
        using TempFolder folder = new();
        RecipeException error = Assert.Throws<RecipeException>(() => RecipeSource.Read(folder.Write("my.yaml", yaml)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderAsRecipe_IsRefused()
    {
        using TempFolder folder = new();
        RefusalException error = Assert.Throws<RefusalException>(() => RecipeSource.Read(folder.FullName));
        Assert.Contains("it is a folder", error.Message, StringComparison.Ordinal);
    }
}
