// covers: RecipeTree, RecipeField, RecipeText, RangeRule
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Tests.Cli.Recipes;

public class RecipeBinderTests
{
    [Fact]
    public void EmptyBlock_KeepsEveryDefault() =>
        Assert.Equal(RecipeWriter.Write(new ClusterRecipe()), RecipeWriter.Write(Bind("study: clusters")));

    [Fact]
    public void NestedValues_AreBoundAndTheirNeighboursKeepDefaults()
    {
        ClusterRecipe recipe = Bind(
            """
            seed: 18446744073709551615
            source: {passes: 3, spectrum: falling, input: auto}
            training: {learning_rate: 2e-3, schedule: oneCycle}
            mlp: {hidden: [8, 4]}
            methods: [em, mdn]
            label: "no # comment"
            """);
        Assert.Equal(ulong.MaxValue, recipe.Seed);
        Assert.Equal(3, recipe.Source.Passes);
        Assert.Equal("auto", recipe.Source.Input);
        Assert.Equal(Moliere.Simulation.Generation.HardSpectrum.Falling, recipe.Source.Spectrum);
        Assert.Equal(0.002, recipe.Training.LearningRate);
        Assert.Equal(TrainingSchedule.OneCycle, recipe.Training.Schedule);
        Assert.Equal(new ClusterRecipe().Training.Epochs, recipe.Training.Epochs);
        Assert.Equal([8, 4], recipe.Mlp.Hidden);
        Assert.Equal([ClusterMethod.Em, ClusterMethod.Mdn], recipe.Methods);
        Assert.Equal("no # comment", recipe.Label);
    }

    [Fact]
    public void AbsentNumber_IsNull() => Assert.Null(Bind("source: {passes: auto}").Source.Passes);

    [Theory]
    [InlineData("trainin:\n  epochs: 3", "my.yaml, line 1, column 1: unknown key 'trainin'; did you mean 'training'?")]
    [InlineData("training:\n  epoch: 3",
        "my.yaml, line 2, column 3: unknown key 'training.epoch'; did you mean 'training.epochs'?")]
    [InlineData("training:\n  epochs: many",
        "my.yaml, line 2, column 11: 'training.epochs': found 'many', expected a whole number from 1 to 100000.")]
    [InlineData("training:\n  epochs: 2.5", "line 2, column 11: 'training.epochs': found '2.5', expected a whole")]
    [InlineData("training:\n  epochs: \"20\"", "line 2, column 11: 'training.epochs': found '20', expected a whole")]
    [InlineData("training:\n  epochs: 0", "line 2, column 11: 'training.epochs': found '0', expected a whole")]
    [InlineData("training:\n  epochs:", "'training.epochs': found nothing, expected a whole number from 1 to 100000.")]
    [InlineData("training: {learning_rate: .nan}", "found '.nan', expected a number from 1E-08 to 10.")]
    [InlineData("training: {learning_rate: NaN}", "found 'NaN', expected a number")]
    [InlineData("training: {learning_rate: 1e999}", "found '1e999', expected a number")]
    [InlineData("training: 3", "line 1, column 11: 'training': found '3', expected a block of keys (epochs,")]
    [InlineData("mlp: {hidden: 64}",
        "'mlp.hidden': found '64', expected a list, each item a whole number from 1 to 4096.")]
    [InlineData("mlp: {hidden: [64, 0]}",
        "column 20: 'mlp.hidden[1]': found '0', expected a whole number from 1 to 4096.")]
    [InlineData("mlp: {activation: rleu}",
        "found 'rleu', expected one of relu, tanh, silu, softplus; did you mean 'relu'?")]
    [InlineData("source: {passes: none}", "found 'none', expected a whole number from 1 to 10000, or auto.")]
    [InlineData("source: {pt_min: 50, pt_max: 40}",
        "line 1, column 10: in 'source': pt_min is 50, expected below pt_max, which is 40.")]
    [InlineData("source: {pt_max: 10}", "column 10: in 'source': pt_min is 20, expected below pt_max, which is 10.")]
    [InlineData("split: {train: 0.7}", "in 'split': train + validation + test is 1.1, expected 1.")]
    [InlineData("methods: [em, em]", "found a method twice")]
    [InlineData("seed: -1", "'seed': found '-1', expected a whole number.")]
    [InlineData("seed: 1\nseed: 2", "not valid YAML")]
    [InlineData("seed: [1", "not valid YAML")]
    [InlineData("- 1", "found a list of 1, expected keys such as 'study: clusters'.")]
    [InlineData("", "found nothing, expected keys")]
    [InlineData("seed: 1\n---\nseed: 2", "found a second document")]
    [InlineData("[1]: 2", "expected a name")]
    public void WrongRecipe_SaysPlaceFoundAndExpected(string yaml, string expected)
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Bind(yaml));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("my.yaml, line ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CircularAlias_IsRefused() =>
        Assert.Throws<RecipeException>(() => Bind("source: &a\n  input: *a"));

    [Fact]
    public void SharedDefault_IsNotChangedByBinding()
    {
        var outer = (Outer)RecipeBinder.Bind(typeof(Outer), RecipeTree.Read("inner: {value: 7}", "my.yaml"));
        Assert.Equal(7, outer.Inner.Value);
        Assert.Equal(1, Outer.Shared.Value);
    }

    private static ClusterRecipe Bind(string yaml) =>
        (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), RecipeTree.Read(yaml, "my.yaml"));

    private sealed record Outer
    {
        public static readonly Inner Shared = new();

        public Inner Inner { get; init; } = Shared;
    }

    private sealed record Inner
    {
        public int Value { get; init; } = 1;
    }
}
