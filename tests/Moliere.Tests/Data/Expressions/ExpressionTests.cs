// covers: ExpressionException
using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Expressions;

public sealed class ExpressionTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("pt", "GeV", "", [10, 30, float.NaN, 40]),
        new FloatColumn("eta", "", "", [0, -1.5f, 0, 3]),
        new LongColumn("event", "", "", [1, 2, 3, 4]),
        new FloatColumn("jet.mass", "GeV", "", [4, 9, 16, 25]),
        new JaggedColumn<float>("e", "GeV", "", [0, 0, 0, 0, 0], []),
    ]);

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("5 - 3 - 1", 1)]
    [InlineData("-2 * -3", 6)]
    [InlineData("--2", 2)]
    [InlineData("1e-2 * 1.5E+3 + .5", 15.5)]
    [InlineData("abs(-3) + sqrt(16) + log10(100) + log(exp(2))", 11)]
    [InlineData("min(3, 1, 2) + max(1, 5)", 6)]
    [InlineData("1 < 2", 1)]
    [InlineData("!(1 < 2) || 2 >= 2 && 1 != 1", 0)]
    [InlineData("1 == 1 || 1 == 2 && 1 == 3", 1)]
    [InlineData("  2\t*\n3 ", 6)]
    [InlineData("pow(2, 3) + atan2(0, 1) + floor(-1.5) + tanh(0) + sinh(0) + cosh(0) + cos(0) + sin(0) + tan(0)", 8)]
    [InlineData("isnan(0 / 0) && !isnan(1) && isfinite(1) && !isfinite(1 / 0)", 1)]
    public void Arithmetic_FollowsTheUsualRules(string text, double expected) =>
        Assert.Equal([expected, expected, expected, expected], Expression.Parse(text).Evaluate(s_table));

    [Fact]
    public void Columns_AreEvaluatedRowByRow()
    {
        var expression = Expression.Parse("sqrt(jet.mass) + event * 10 - jet.mass");
        Assert.Equal([8.0, 14, 18, 20], expression.Evaluate(s_table));
        Assert.Equal(["jet.mass", "event"], expression.Columns);
    }

    [Theory]
    [InlineData("pt > 20 && abs(eta) < 2", new[] { 1 })]
    [InlineData("pt > 0", new[] { 0, 1, 3 })]
    [InlineData("pt != 10", new[] { 1, 3 })]
    [InlineData("!(pt > 0)", new[] { 2 })]
    [InlineData("event >= 2 && event <= 3", new[] { 1, 2 })]
    [InlineData("1 == 2", new int[0])]
    public void Selection_GivesPassingRows(string text, int[] rows) =>
        Assert.Equal(rows, Expression.Parse(text).Select(s_table));

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void LongColumns_AreEvaluatedToTheEnd(int rows)
    {
        var table = new Table([new LongColumn("i", "", "", [.. Enumerable.Range(0, rows).Select(i => (long)i)])]);
        double[] values = Expression.Parse("(i + 1) * (i - 1) - i * i").Evaluate(table);
        Assert.Equal(rows, values.Length);
        Assert.All(values, value => Assert.Equal(-1, value));
    }

    [Theory]
    [InlineData("pt >", 5, "found the end, expected a number")]
    [InlineData("(pt", 4, "expected ')'")]
    [InlineData("pt ) ", 4, "found ')'")]
    [InlineData("pt > 20 & eta", 9, "found '&'")]
    [InlineData("pt pt", 4, "found 'p'")]
    [InlineData("", 1, "found the end")]
    [InlineData("$x", 1, "found '$'")]
    [InlineData("abs(", 5, "found the end")]
    [InlineData("e[0", 4, "found the end, expected ']'")]
    [InlineData("e[0]]", 5, "found ']'")]
    [InlineData("min(1, 2", 9, "found the end, expected ')'")]
    [InlineData("`pt", 1, "found '`'")]
    public void SyntaxError_SaysPositionFoundExpected(string text, int position, string problem)
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.Contains($"'{text}', position {position}", error.Message);
        Assert.Contains(problem, error.Message);
    }

    [Theory]
    [InlineData("abss(pt) > 1", "no function 'abss'; did you mean 'abs'?")]
    [InlineData("abs(pt, eta)", "'abs' takes 1 argument, found 2")]
    [InlineData("pow(pt)", "'pow' takes 2 arguments, found 1")]
    [InlineData("atan2(1, 2, 3)", "position 1: 'atan2' takes 2 arguments, found 3")]
    [InlineData("1 + sum(pt, eta)", "position 5: 'sum' takes 1 argument, a list, found 2")]
    [InlineData("any(pt)", "'any' needs conditions such as 'x > 0', found the number pt")]
    [InlineData("mean(pt) + max(pt > 2)", "position 12: 'max' needs numbers, found the condition (pt > 2)")]
    [InlineData("(pt > 2)[0]", "'[' takes elements of a list of numbers, found the condition (pt > 2)")]
    [InlineData("summ(e)", "did you mean 'sum'?")]
    [InlineData("1 < pt < 2", "'<' needs numbers, found the condition (1 < pt)")]
    [InlineData("pt && eta > 0", "'&&' needs conditions such as 'x > 0', found the number pt")]
    [InlineData("!pt", "'!' needs conditions")]
    public void WrongMeaning_IsExplained(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<ExpressionException>(() => Expression.Parse(text)).Message);

    [Fact]
    public void UnknownColumn_NamesNearest()
    {
        var error = Assert.Throws<MissingColumnException>(() => Expression.Parse("ptt > 1").Select(s_table));
        Assert.Contains("did you mean 'pt'", error.Message);
    }

    [Fact]
    public void NumberAsSelection_IsRefused() =>
        Assert.Contains(
            "expected a condition",
            Assert.Throws<ExpressionException>(() => Expression.Parse("pt").Select(s_table)).Message);

    [Fact]
    public void HostileText_IsRefusedWithoutOverflow()
    {
        Assert.Throws<ExpressionException>(() => Expression.Parse(new string('(', 3000)));
        Assert.Throws<ExpressionException>(() => Expression.Parse(new string('1', 5000)));
        string deep = new string('(', 64) + "1" + new string(')', 64) + string.Concat(Enumerable.Repeat("+1", 1900));
        Assert.Equal(1901, Expression.Parse(deep).Evaluate(s_table)[0]);
        Assert.Equal(1, Expression.Parse(new string('-', 4000) + "1").Evaluate(s_table)[0]);
        foreach (string nested in (string[])["min(1,", "e[e[0],", "e[0][", "min(1,1)+e[", "abs(", "`)`+("])
        {
            string broken = string.Concat(Enumerable.Repeat(nested, 60));
            Assert.Throws<ExpressionException>(() => Expression.Parse(broken));
        }
    }
}
