using System.Globalization;
using Sprache;

namespace Moliere.Data.Expressions;

/// <summary>
/// The grammar of expressions, loosest binding first: <c>||</c>, <c>&amp;&amp;</c>, comparisons, sums, products,
/// prefixes, and then numbers, columns, calls and brackets. The strict ("X") combinators keep errors at the place where
/// they are.
/// </summary>
internal static class ExpressionGrammar
{
    private static readonly Parser<ExpressionNode> s_number =
        from digits in Lexeme(@"(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", "a number")
        select new NumberNode(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static readonly Parser<IEnumerable<ExpressionNode>> s_arguments =
        from open in Lexeme(@"\(", "'('")
        from arguments in Parse.Ref(() => Disjunction).XDelimitedBy(Lexeme(",", "','"))
        from close in Lexeme(@"\)", "')'")
        select arguments;

    private static readonly Parser<ExpressionNode> s_name =
        from name in Lexeme(@"[A-Za-z_][A-Za-z_0-9]*(\.[A-Za-z_0-9]+)*", "a column or function")
        from arguments in s_arguments.XOptional()
        select arguments.IsEmpty ? new ColumnNode(name) : ExpressionTyping.Call(name, [.. arguments.Get()]);

    private static readonly Parser<ExpressionNode> s_bracket =
        from open in Lexeme(@"\(", "'('")
        from inner in Parse.Ref(() => Disjunction)
        from close in Lexeme(@"\)", "')'")
        select inner;

    private static readonly Parser<ExpressionNode> s_factor =
        from prefixes in Lexeme("!(?!=)|-", "'-' or '!'").Many()
        from atom in s_number.XOr(s_bracket).XOr(s_name)
        select prefixes.Reverse().Aggregate(atom, ExpressionTyping.Prefix);

    private static readonly Parser<ExpressionNode> s_product = Chain("[*/]", "'*' or '/'", s_factor);

    private static readonly Parser<ExpressionNode> s_sum = Chain("[+-]", "'+' or '-'", s_product);

    private static readonly Parser<ExpressionNode> s_comparison = Chain("[<>]=?|[=!]=", "a comparison", s_sum);

    private static readonly Parser<ExpressionNode> s_conjunction = Chain("&&", "'&&'", s_comparison);

    private static Parser<ExpressionNode> Disjunction { get; } = Chain(@"\|\|", "'||'", s_conjunction);

    /// <summary>A whole expression, blanks around it allowed.</summary>
    public static Parser<ExpressionNode> Whole { get; } =
        (from blanks in Parse.WhiteSpace.Many()
         from node in Disjunction
         select node).End();

    private static Parser<ExpressionNode> Chain(string symbols, string meaning, Parser<ExpressionNode> operand) =>
        Parse.XChainOperator(Lexeme(symbols, meaning), operand, ExpressionTyping.Pair);

    // Blanks are taken after a lexeme, never before: the strict combinators treat anything taken as a commitment.
    private static Parser<string> Lexeme(string pattern, string meaning) =>
        from text in Parse.Regex(pattern, meaning)
        from blanks in Parse.WhiteSpace.Many()
        select text;
}
