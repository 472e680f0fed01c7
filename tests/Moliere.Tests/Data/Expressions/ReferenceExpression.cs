using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Expressions;

/// <summary>
/// The slow twin of the block evaluator: one row at a time, every value a list or a number of its own.
/// </summary>
internal static class ReferenceExpression
{
    /// <summary>The value in one row: a list, which holds one value where there is no list.</summary>
    public static double[] Evaluate(ExpressionNode root, Table table, int row) => Of(root, table, row).Values;

    /// <summary>The tree of a valid text.</summary>
    public static ExpressionNode Parse(string text) => ExpressionGrammar.Whole(new Sprache.Input(text)).Value;

    private static (bool IsList, double[] Values) Of(ExpressionNode node, Table table, int row)
    {
        switch (node)
        {
            case NumberNode number:
                return (false, [number.Value]);
            case ColumnNode column:
                return Column(table[column.Name], row);
            case UnaryNode unary:
                (bool isList, double[] values) = Of(unary.Operand, table, row);
                return (isList, [.. values.Select(unary.Operation.Apply)]);
            case ReduceNode reduce:
                return (false, [Reduce(reduce, Of(reduce.List, table, row).Values)]);
            case BinaryNode binary:
                (bool leftIsList, double[] left) = Of(binary.Left, table, row);
                (bool rightIsList, double[] right) = Of(binary.Right, table, row);
                int length = leftIsList ? left.Length : rightIsList ? right.Length : 1;
                return (leftIsList || rightIsList, [.. Enumerable.Range(0, length).Select(i =>
                    binary.Operation.Apply(left[leftIsList ? i : 0], right[rightIsList ? i : 0]))]);
            default:
                return Elements((IndexNode)node, table, row);
        }
    }

    private static (bool IsList, double[] Values) Column(Column column, int row) => column switch
    {
        FloatColumn floats => (false, [floats.Values[row]]),
        LongColumn longs => (false, [longs.Values[row]]),
        JaggedColumn<float> lists => (true, [.. lists[row].ToArray().Select(value => (double)value)]),
        _ => (true, [.. ((JaggedColumn<int>)column)[row].ToArray().Select(value => (double)value)]),
    };

    private static (bool IsList, double[] Values) Elements(IndexNode node, Table table, int row)
    {
        double[] list = Of(node.List, table, row).Values;
        (bool isList, double[] index) = Of(node.Index, table, row);
        if (node.Index.IsCondition)
        {
            return (true, [.. list.Where((_, i) => index[i] == 1)]);
        }

        bool fromEnd = !node.Index.Columns.Any();
        return (isList, [.. index.Select(i => fromEnd && i < 0 ? i + list.Length : i)
            .Select(i => i >= 0 && i < list.Length && i == Math.Floor(i) ? list[(int)i] : double.NaN)]);
    }

    private static double Reduce(ReduceNode node, double[] list) => node.Reduction.Symbol switch
    {
        "sum" => list.Sum(),
        "count" => node.List.IsCondition ? list.Count(value => value == 1) : list.Length,
        "mean" => list.Length == 0 ? double.NaN : list.Sum() / list.Length,
        "min" => list.Length == 0 ? double.NaN : list.Aggregate(Math.Min),
        "max" => list.Length == 0 ? double.NaN : list.Aggregate(Math.Max),
        "first" => list.Length == 0 ? double.NaN : list[0],
        "any" => list.Any(value => value == 1) ? 1 : 0,
        "all" => list.All(value => value == 1) ? 1 : 0,
        "argmin" => Best(list, list.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Min()),
        _ => Best(list, list.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max()),
    };

    private static double Best(double[] list, double value) =>
        Array.FindIndex(list, candidate => candidate == value) is var at and >= 0 ? at : double.NaN;
}
