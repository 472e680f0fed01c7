namespace Moliere.Data.Expressions;

/// <summary>Builds nodes and refuses those that mix numbers and conditions.</summary>
internal static class ExpressionTyping
{
    public static ExpressionNode Prefix(ExpressionNode operand, Symbol symbol)
    {
        UnaryOperation operation = Array.Find(Operations.Prefixes, known => known.Symbol == symbol.Text)!;
        Require(operand, operation.TakesCondition, symbol);
        return new UnaryNode(operation, operand) { Position = symbol.Position };
    }

    public static ExpressionNode Pair(Symbol symbol, ExpressionNode left, ExpressionNode right)
    {
        BinaryOperation operation = Array.Find(Operations.Binaries, known => known.Symbol == symbol.Text)!;
        Require(left, operation.TakesConditions, symbol);
        Require(right, operation.TakesConditions, symbol);
        return new BinaryNode(operation, left, right) { Position = symbol.Position };
    }

    public static ExpressionNode Index(ExpressionNode list, Symbol bracket, ExpressionNode index)
    {
        if (list.IsCondition)
        {
            throw new TypingException(
                bracket.Position, $"'[' takes elements of a list of numbers, found the condition {list}");
        }

        return new IndexNode(list, index) { Position = bracket.Position };
    }

    public static ExpressionNode Call(Symbol name, ExpressionNode[] arguments)
    {
        Reduction? reduction = Array.Find(Reductions.All, known => known.Symbol == name.Text);
        BinaryOperation? pair = Array.Find(Operations.PairFunctions, known => known.Symbol == name.Text);
        if (reduction is not null && (pair is null || arguments.Length == 1))
        {
            return Reduce(reduction, name, arguments);
        }

        if (Array.Find(Operations.Functions, known => known.Symbol == name.Text) is { } function)
        {
            RequireCount(name, arguments.Length == 1, "1 argument", arguments);
            Require(arguments[0], function.TakesCondition, name);
            return new UnaryNode(function, arguments[0]) { Position = name.Position };
        }

        return pair is not null ? Fold(pair, name, arguments) : throw Unknown(name);
    }

    private static ReduceNode Reduce(Reduction reduction, Symbol name, ExpressionNode[] arguments)
    {
        RequireCount(name, arguments.Length == 1, "1 argument, a list", arguments);
        if (reduction.Takes != ReductionInput.Either)
        {
            Require(arguments[0], reduction.Takes == ReductionInput.Conditions, name);
        }

        return new(reduction, arguments[0]) { Position = name.Position };
    }

    private static ExpressionNode Fold(BinaryOperation pair, Symbol name, ExpressionNode[] arguments)
    {
        RequireCount(
            name, arguments.Length == 2 || (pair.TakesMore && arguments.Length > 2), "2 arguments", arguments);
        foreach (ExpressionNode argument in arguments)
        {
            Require(argument, wantsCondition: false, name);
        }

        return arguments.Aggregate((left, right) => new BinaryNode(pair, left, right) { Position = name.Position });
    }

    private static void RequireCount(Symbol name, bool isRight, string wanted, ExpressionNode[] arguments)
    {
        if (!isRight)
        {
            throw new TypingException(name.Position, $"'{name.Text}' takes {wanted}, found {arguments.Length}");
        }
    }

    private static void Require(ExpressionNode node, bool wantsCondition, Symbol symbol)
    {
        if (node.IsCondition != wantsCondition)
        {
            throw new TypingException(symbol.Position, wantsCondition
                ? $"'{symbol.Text}' needs conditions such as 'x > 0', found the number {node}"
                : $"'{symbol.Text}' needs numbers, found the condition {node}");
        }
    }

    private static TypingException Unknown(Symbol name) => new(
        name.Position,
        $"there is no function '{name.Text}'; did you mean "
        + $"'{NearestName.Of(name.Text, Operations.FunctionNames)[0]}'? "
        + $"There are {string.Join(", ", Operations.FunctionNames)}");
}

/// <summary>An operator or a name, and the character at which it stands, counted from 1.</summary>
internal readonly record struct Symbol(string Text, int Position);

/// <summary>Carries a sentence out of the parser; the border adds the expression's text.</summary>
internal sealed class TypingException(int position, string problem) : Exception(problem)
{
    public int Position { get; } = position;
}
