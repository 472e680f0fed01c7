using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Expressions;

public sealed class ListExpressionTests
{
    private static readonly Table s_table = new(
    [
        new JaggedColumn<float>("pt", "GeV", "", [0, 3, 3, 4], [10, 30, 20, 40]),
        new JaggedColumn<float>("eta", "", "", [0, 3, 3, 4], [0, -1.5f, 3, float.NaN]),
        new JaggedColumn<int>("match", "", "", [0, 2, 2, 5], [2, -1, 0, 0, 1]),
        new FloatColumn("scale", "", "", [2, 3, 4]),
        new LongColumn("best", "", "", [1, 0, -1]),
        new FloatColumn("weird name[3]/x", "", "", [1, 2, 3]),
    ]);

    [Theory]
    [InlineData("sum(pt)", 60, 0, 40)]
    [InlineData("count(pt)", 3, 0, 1)]
    [InlineData("count(pt > 15)", 2, 0, 1)]
    [InlineData("sum(pt > 15)", 2, 0, 1)]
    [InlineData("mean(pt)", 20, double.NaN, 40)]
    [InlineData("min(pt)", 10, double.NaN, 40)]
    [InlineData("max(pt) - min(pt)", 20, double.NaN, 0)]
    [InlineData("max(eta)", 3, double.NaN, double.NaN)]
    [InlineData("argmax(pt)", 1, double.NaN, 0)]
    [InlineData("argmin(eta)", 1, double.NaN, double.NaN)]
    [InlineData("first(pt)", 10, double.NaN, 40)]
    [InlineData("pt[1]", 30, double.NaN, double.NaN)]
    [InlineData("pt[-1]", 20, double.NaN, 40)]
    [InlineData("pt[0.5]", double.NaN, double.NaN, double.NaN)]
    [InlineData("pt[best]", 30, double.NaN, double.NaN)]
    [InlineData("-pt[argmax(pt)] + 1", -29, double.NaN, -39)]
    [InlineData("sum(pt[pt > 15 && abs(eta) < 2])", 30, 0, 0)]
    [InlineData("sum(pt * scale)", 120, 0, 160)]
    [InlineData("sum(scale - pt)", -54, 0, -36)]
    [InlineData("sum(pt * pt)", 1400, 0, 1600)]
    [InlineData("max(max(pt, 25))", 30, double.NaN, 40)]
    [InlineData("first(pt[match])", 20, double.NaN, 40)]
    [InlineData("sum(isnan(pt[match]))", 1, 0, 1)]
    [InlineData("sum(pt[pt > 15][0] * pt)", 1800, 0, 1600)]
    [InlineData("any(pt > 35) || count(pt) == 0", 0, 1, 1)]
    [InlineData("all(pt > 5)", 1, 1, 1)]
    [InlineData("`weird name[3]/x` * 2", 2, 4, 6)]
    public void Lists_BecomeOneValuePerRow(string text, double first, double second, double third) =>
        Assert.Equal([first, second, third], Expression.Parse(text).Evaluate(s_table));

    [Fact]
    public void ListResult_KeepsItsLists()
    {
        JaggedColumn<float> lists = Expression.Parse("pt[pt > 15] / scale").EvaluateLists(s_table);
        Assert.Equal([0, 2, 2, 3], lists.Offsets);
        Assert.Equal([15, 10, 10], lists.Values);
        Assert.Equal([1, 2, 3], Expression.Parse("`weird name[3]/x`").EvaluateLists(s_table).Values);
    }

    [Theory]
    [InlineData("pt > 20", "position 4: found a list of conditions per row", "any(...)")]
    [InlineData("sum(scale) > 1", "position 1: 'sum' of one argument needs a list, found scale with one value", "")]
    [InlineData("scale[0] > 1", "position 6: '[' takes elements of a list, found scale with one value per row", "")]
    [InlineData("sum(pt[scale > 1]) > 1", "position 7: '[' needs a number or a list of conditions", "(scale > 1)")]
    [InlineData("sum(pt + match) > 1", "position 8: the lists pt and match need equal lengths, found 3 and 2", "row 0")]
    [InlineData("sum(pt[match > 0]) > 1", "position 7: the lists pt and (match > 0) need equal", "3 and 2 in row 0")]
    public void WrongShape_IsExplained(string text, string problem, string more)
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text).Select(s_table));
        Assert.Contains(problem, error.Message);
        Assert.Contains(more, error.Message);
    }

    [Fact]
    public void ErrorOfValues_SaysTheRow()
    {
        var table = new Table(
        [
            new JaggedColumn<float>("a", "", "", [0, .. Enumerable.Range(1, 3000)], new float[3000]),
            new JaggedColumn<float>("b", "", "", [0, .. Enumerable.Range(1, 2999), 3004], new float[3004]),
        ]);
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse("sum(a * b)").Evaluate(table));
        Assert.Equal(2999, error.Row);
        Assert.Contains("found 1 and 5 in row 2999", error.Message);
        Assert.DoesNotContain("row 2999", error.Problem);
    }

    [Fact]
    public void Shape_IsKnownFromTheColumns()
    {
        var expression = Expression.Parse("x * y");
        Assert.False(expression.GivesList(_ => false));
        Assert.True(expression.GivesList(name => name == "y"));
        Assert.Equal("x", Expression.Parse("x").ColumnName);
        Assert.Null(expression.ColumnName);
        Assert.Null(Expression.Parse("-x").ColumnName);
    }

    [Theory]
    [InlineData("sum(x[x > y * n]) + max(y) - first(x)")]
    [InlineData("mean(x * y + n) / count(x)")]
    [InlineData("n * x[-1] + x[1] - y[argmin(x)]")]
    [InlineData("sum(x[k]) - min(k) + sum(-k)")]
    [InlineData("sum(isfinite(x[k]))")]
    [InlineData("any(x > 0.9) && !all(y < 0.5) || n > 0.9")]
    [InlineData("max(min(x, n, y)) - pow(n, 2) + argmax(y)")]
    [InlineData("sum((n + x)[x < n][y[x < n] > 0.3])")]
    public void FastEvaluation_EqualsTheSlowTwin(string text)
    {
        Table table = RandomTable(2500);
        double[] fast = Expression.Parse(text).Evaluate(table);
        ExpressionNode root = ReferenceExpression.Parse(text);
        for (int row = 0; row < table.RowCount; row++)
        {
            Assert.Equal(ReferenceExpression.Evaluate(root, table, row)[0], fast[row]);
        }
    }

    [Theory]
    [InlineData("x[y < 0.5] * n")]
    [InlineData("x[k] - n")]
    public void FastLists_EqualTheSlowTwin(string text)
    {
        Table table = RandomTable(2500);
        JaggedColumn<float> fast = Expression.Parse(text).EvaluateLists(table);
        ExpressionNode root = ReferenceExpression.Parse(text);
        for (int row = 0; row < table.RowCount; row++)
        {
            double[] slow = ReferenceExpression.Evaluate(root, table, row);
            Assert.Equal(slow.Select(value => (float)value), fast[row].ToArray());
        }
    }

    private static Table RandomTable(int rows)
    {
        var random = new Random(5);
        int[] lengths = [.. Enumerable.Range(0, rows).Select(_ => random.Next(6))];
        int[] picks = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4))];
        int[] offsets = Offsets(lengths), pickOffsets = Offsets(picks);
        return new Table(
        [
            new JaggedColumn<float>("x", "", "", offsets, Values(offsets[^1])),
            new JaggedColumn<float>("y", "", "", offsets, Values(offsets[^1])),
            new JaggedColumn<int>(
                "k", "", "", pickOffsets, [.. Values(pickOffsets[^1]).Select(value => (int)(value * 8) - 1)]),
            new FloatColumn("n", "", "", Values(rows)),
        ]);

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }

    private static int[] Offsets(int[] lengths)
    {
        var offsets = new int[lengths.Length + 1];
        for (int i = 0; i < lengths.Length; i++)
        {
            offsets[i + 1] = offsets[i] + lengths[i];
        }

        return offsets;
    }
}
