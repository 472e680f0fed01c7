using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Tests.Cli.Recipes;

public class RecipeOverrideTests
{
    [Fact]
    public void Assignments_ReplaceInOrder()
    {
        ClusterRecipe recipe = Bind("training: {epochs: 3, patience: 2}", "training.epochs=4", "training.epochs=5",
            "mdn.hidden=[16, 8]", "label=a=b");
        Assert.Equal(5, recipe.Training.Epochs);
        Assert.Equal(2, recipe.Training.Patience);
        Assert.Equal([16, 8], recipe.Mdn.Hidden);
        Assert.Equal("a=b", recipe.Label);
    }

    [Theory]
    [InlineData("training.epochs", "--set training.epochs: expected KEY=VALUE")]
    [InlineData("=3", "--set =3: expected KEY=VALUE")]
    [InlineData("training..epochs=3", "expected KEY=VALUE with a dotted key")]
    [InlineData("training.epoch=3",
        "--set training.epoch=3: unknown key 'training.epoch'; did you mean 'training.epochs'?")]
    [InlineData("training.epochs=0",
        "--set training.epochs=0: 'training.epochs': found '0', expected a whole number from 1")]
    [InlineData("seed.low=3", "--set seed.low=3: 'seed': found a block of keys, expected a whole number.")]
    [InlineData("source.pt_min=5000", "--set source.pt_min=5000: in 'source': pt_min is 5000, expected below pt_max")]
    public void WrongAssignment_IsQuotedInTheError(string assignment, string expected)
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Bind("seed: 1", assignment));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_IsTakenLiterally()
    {
        RecipeMap empty = RecipeTree.Read("seed: 1", "my.yaml");
        RecipeMap tree = RecipeOverride.ApplyText(empty, "source.input", "[a: b]", "--input");
        var recipe = (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), tree);
        Assert.Equal("[a: b]", recipe.Source.Input);
    }

    private static ClusterRecipe Bind(string yaml, params string[] assignments)
    {
        RecipeMap tree = assignments.Aggregate(
            RecipeTree.Read(yaml, "my.yaml"), (map, assignment) => RecipeOverride.Apply(map, assignment));
        return (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), tree);
    }
}
