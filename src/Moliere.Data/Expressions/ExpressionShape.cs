namespace Moliere.Data.Expressions;

/// <summary>
/// Finds whether a node has one value per row or a list of them, which depends on the columns; refuses reductions and
/// brackets behind what is no list.
/// </summary>
internal static class ExpressionShape
{
    public static bool IsList(ExpressionNode node, Func<string, bool> isListColumn) => node switch
    {
        ColumnNode column => isListColumn(column.Name),
        UnaryNode unary => IsList(unary.Operand, isListColumn),
        BinaryNode binary => IsList(binary.Left, isListColumn) | IsList(binary.Right, isListColumn),
        ReduceNode reduce => Reduce(reduce, isListColumn),
        IndexNode index => Index(index, isListColumn),
        _ => false,
    };

    private static bool Reduce(ReduceNode node, Func<string, bool> isListColumn) =>
        IsList(node.List, isListColumn) ? false : throw new TypingException(
            node.Position,
            $"'{node.Reduction.Symbol}' of one argument needs a list, found {node.List} with one value per row");

    private static bool Index(IndexNode node, Func<string, bool> isListColumn)
    {
        if (!IsList(node.List, isListColumn))
        {
            throw new TypingException(
                node.Position, $"'[' takes elements of a list, found {node.List} with one value per row");
        }

        bool hasList = IsList(node.Index, isListColumn);
        return hasList || !node.Index.IsCondition ? hasList : throw new TypingException(
            node.Position, $"'[' needs a number or a list of conditions, found {node.Index} with one value per row");
    }
}
