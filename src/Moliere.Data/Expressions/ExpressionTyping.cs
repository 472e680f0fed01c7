namespace Moliere.Data.Expressions;

/// <summary>Builds nodes and refuses those that mix numbers and conditions.</summary>
internal static class ExpressionTyping
{
    public static ExpressionNode Prefix(ExpressionNode operand, string symbol)
    {
        UnaryOperation operation = Array.Find(Operations.Prefixes, known => known.Symbol == symbol)!;
        Require(operand, operation.IsLogical, symbol);
        return new UnaryNode(operation, operand);
    }

    public static ExpressionNode Pair(string symbol, ExpressionNode left, ExpressionNode right)
    {
        BinaryOperation operation = Array.Find(Operations.Binaries, known => known.Symbol == symbol)!;
        Require(left, operation.TakesConditions, symbol);
        Require(right, operation.TakesConditions, symbol);
        return new BinaryNode(operation, left, right);
    }

    public static ExpressionNode Call(string name, ExpressionNode[] arguments)
    {
        foreach (ExpressionNode argument in arguments)
        {
            Require(argument, wantsCondition: false, name);
        }

        if (Array.Find(Operations.Functions, known => known.Symbol == name) is { } function)
        {
            return arguments.Length == 1 ? new UnaryNode(function, arguments[0])
                : throw new TypingException($"'{name}' takes 1 argument, found {arguments.Length}");
        }

        if (Array.Find(Operations.PairFunctions, known => known.Symbol == name) is { } pair)
        {
            return arguments.Length >= 2 ? arguments.Aggregate((left, right) => new BinaryNode(pair, left, right))
                : throw new TypingException($"'{name}' takes 2 or more arguments, found {arguments.Length}");
        }

        throw new TypingException(
            $"there is no function '{name}'; did you mean '{NearestName.Of(name, Operations.FunctionNames)[0]}'? "
            + $"There are {string.Join(", ", Operations.FunctionNames)}");
    }

    private static void Require(ExpressionNode node, bool wantsCondition, string symbol)
    {
        if (node.IsCondition != wantsCondition)
        {
            throw new TypingException(wantsCondition
                ? $"'{symbol}' needs conditions such as 'x > 0', found the number {node}"
                : $"'{symbol}' needs numbers, found the condition {node}");
        }
    }
}

/// <summary>Carries a sentence out of the parser; the border adds the expression's text.</summary>
internal sealed class TypingException(string problem) : Exception(problem);
