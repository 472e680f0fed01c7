using System.Globalization;
using Sprache;

namespace Moliere.Data.Expressions;

/// <summary>
/// The grammar of expressions, loosest binding first: <c>||</c>, <c>&amp;&amp;</c>, comparisons, sums, products,
/// prefixes, elements in <c>[ ]</c>, and then numbers, columns, calls and brackets. The strict ("X") combinators keep
/// errors at the place where they are.
/// </summary>
internal static class ExpressionGrammar
{
    private static readonly Parser<ExpressionNode> s_number =
        from digits in Lexeme(@"(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", "a number")
        select Number(digits);

    private static readonly Parser<IEnumerable<ExpressionNode>> s_arguments =
        from open in Lexeme(@"\(", "'('")
        from head in Parse.Ref(() => Disjunction)
        from tail in Repeated(
            from comma in Lexeme(",", "','")
            from argument in Parse.Ref(() => Disjunction)
            select argument)
        from close in Lexeme(@"\)", "')'")
        select tail.Prepend(head);

    private static readonly Parser<ExpressionNode> s_name =
        from name in Lexeme(@"[A-Za-z_][A-Za-z_0-9]*(\.[A-Za-z_0-9]+)*", "a column or function")
        from arguments in s_arguments.XOptional()
        select arguments.IsEmpty ? Column(name, name.Text) : ExpressionTyping.Call(name, [.. arguments.Get()]);

    private static readonly Parser<ExpressionNode> s_quoted =
        from name in Lexeme("`[^`]+`", "a name in back-quotes")
        select Column(name, name.Text.Trim('`'));

    private static readonly Parser<ExpressionNode> s_bracket =
        from open in Lexeme(@"\(", "'('")
        from inner in Parse.Ref(() => Disjunction)
        from close in Lexeme(@"\)", "')'")
        select inner;

    private static readonly Parser<(Symbol Bracket, ExpressionNode Index)> s_element =
        from open in Lexeme(@"\[", "'['")
        from inner in Parse.Ref(() => Disjunction)
        from close in Lexeme(@"\]", "']'")
        select (open, inner);

    private static readonly Parser<ExpressionNode> s_factor =
        from prefixes in Lexeme("!(?!=)|-", "'-' or '!'").Many()
        from atom in s_number.XOr(s_bracket).XOr(s_name).XOr(s_quoted)
        from elements in Repeated(s_element)
        select prefixes.Reverse().Aggregate(Elements(atom, elements), ExpressionTyping.Prefix);

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

    private static NumberNode Number(Symbol digits) =>
        new(double.Parse(digits.Text, NumberStyles.Float, CultureInfo.InvariantCulture))
        {
            Position = digits.Position,
        };

    private static ColumnNode Column(Symbol symbol, string name) => new(name) { Position = symbol.Position };

    private static ExpressionNode Elements(
        ExpressionNode list, IReadOnlyList<(Symbol Bracket, ExpressionNode Index)> elements) =>
        elements.Aggregate(list, (inner, next) => ExpressionTyping.Index(inner, next.Bracket, next.Index));

    private static Parser<ExpressionNode> Chain(string symbols, string meaning, Parser<ExpressionNode> operand) =>
        Parse.XChainOperator(Lexeme(symbols, meaning), operand, ExpressionTyping.Pair);

    // Blanks are taken after a lexeme, never before: the strict combinators treat anything taken as a commitment.
    private static Parser<Symbol> Lexeme(string pattern, string meaning)
    {
        Parser<string> text = Parse.Regex(pattern, meaning);
        Parser<IEnumerable<char>> blanks = Parse.WhiteSpace.Many();
        return input => text(input) is { WasSuccessful: true } found
            ? Result.Success(new Symbol(found.Value, input.Position + 1), blanks(found.Remainder).Remainder)
            : Result.Failure<Symbol>(input, $"no {meaning}", [meaning]);
    }

    // The library's strict repetition parses a broken item twice, so time would double with each nesting.
    private static Parser<IReadOnlyList<T>> Repeated<T>(Parser<T> item) => input =>
    {
        var items = new List<T>();
        while (true)
        {
            IResult<T> next = item(input);
            if (!next.WasSuccessful)
            {
                return next.Remainder.Equals(input)
                    ? Result.Success<IReadOnlyList<T>>(items, input)
                    : Result.Failure<IReadOnlyList<T>>(next.Remainder, next.Message, next.Expectations);
            }

            input = next.Remainder;
            items.Add(next.Value);
        }
    };
}
