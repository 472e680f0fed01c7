using Moliere.Cli;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Cli.Studies.Clusters;

public sealed class SelectionRuleTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn(ClusterColumns.EnergyDeposited, "GeV", "", [0.1f, 5, 0.2f, 7]),
        new FloatColumn("mine", "", "", [1, 1, 0, 0]),
    ]);

    [Fact]
    public void ShippedSelection_IsAcceptedEarly() => SelectionRule.CheckEarly(new ClusterRecipe());

    [Fact]
    public void Rows_MayUseColumnsThatOnlyTheTableHas() =>
        Assert.Equal([1], SelectionRule.Rows(s_table, With("e_dep > 1 && mine > 0")));

    [Theory]
    [InlineData("e_dep > 1 && mu > 3", 3, "mu")] // a column of the study: the table is incomplete
    [InlineData("e_depp > 1", 2, "e_dep")] // a column of nothing: the recipe is wrong
    [InlineData("e_dep", 2, "condition")]
    [InlineData("e_dep > > 1", 2, "position")]
    public void Blame_GoesToRecipeOrTable(string expression, int code, string phrase)
    {
        var error = Assert.Throws<RefusalException>(() => SelectionRule.Rows(s_table, With(expression)));
        Assert.Equal((ExitCode)code, error.Code);
        Assert.StartsWith("selection.expression: ", error.Message);
        Assert.Contains(phrase, error.Message, StringComparison.Ordinal);
    }

    private static ClusterRecipe With(string expression) =>
        new() { Selection = new SelectionSection { Expression = expression } };
}
