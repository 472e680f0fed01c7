using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data;

namespace Moliere.Tests.Cli.Recipes.Clusters;

public sealed class SourceSectionTests
{
    [Fact]
    public void Columns_AreWrittenAndReadBack()
    {
        ClusterRecipe recipe = Read(
            "source: {input: x.root, columns: {mu: avgMu, e_em: 'cl_E * 2', time: ''}, units: cms, energy_unit: MeV}");
        string text = RecipeWriter.Write(recipe);
        Assert.Contains("  columns:\n    e_em: \"cl_E * 2\"\n    mu: avgMu\n    time: \"\"\n", text);
        Assert.Contains("  units: cms\n  energy_unit: mev\n  length_unit: auto\n", text);
        ClusterRecipe again = Read(text);
        Assert.Equal(text, RecipeWriter.Write(again));
        Assert.Equal(new UnitSystem(1e-3, 10), again.Source.UnitsOfTable());
        Assert.Equal(["x.root"], recipe.Files);
    }

    [Theory]
    [InlineData("columns: {e_emm: x}", "in 'source': found the column 'e_emm'; did you mean 'e_em'?")]
    [InlineData("columns: {e_em: x +}", "e_em: In the expression 'x +', position 4: found the end")]
    [InlineData("columns: {e_em: x > 1}", "e_em: 'x > 1' is a condition, expected a number.")]
    [InlineData("columns: [e_em]", "'source.columns': found a list of 1, expected a block of names, each with a text")]
    [InlineData("columns: {e_em: [x]}", "'source.columns.e_em': found a list of 1, expected a text.")]
    [InlineData("select: pt", "'pt' is a number, expected a condition such as 'pt > 20'.")]
    [InlineData("select: ''", "select: found no text, expected a condition such as 'pt > 20'.")]
    [InlineData("units: altas", "did you mean 'atlas'?")]
    public void WhatCannotBe_IsRefused(string source, string problem) =>
        Assert.Contains(problem, Assert.Throws<RecipeException>(() => Read($"source: {{{source}}}")).Message);

    private static ClusterRecipe Read(string text) =>
        (ClusterRecipe)RecipeBinder.Bind(typeof(ClusterRecipe), RecipeTree.Read(text, "test"));
}
