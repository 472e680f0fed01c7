using Moliere.Data.Tables;

namespace Moliere.Data.Expressions;

/// <summary>
/// Evaluates the nodes of an expression over blocks of rows that stay in the cache, with one buffer per depth of
/// nesting.
/// </summary>
internal sealed class BlockEvaluator
{
    public const int BlockSize = 1024;
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly List<ValueBlock> _blocks = [];

    public BlockEvaluator(Table table, IReadOnlyList<string> columns)
    {
        foreach (string name in columns)
        {
            _columns[name] = table[name];
        }
    }

    /// <summary>The values of the rows [start, start + count), valid until the next call.</summary>
    /// <param name="root">A node whose shape was checked.</param>
    /// <param name="start">First row.</param>
    /// <param name="count">At most <see cref="BlockSize"/>.</param>
    public ValueBlock Evaluate(ExpressionNode root, int start, int count) => Run(root, start, count, 0);

    private ValueBlock Run(ExpressionNode node, int start, int count, int depth)
    {
        while (_blocks.Count <= depth)
        {
            _blocks.Add(new ValueBlock(BlockSize));
        }

        switch (node)
        {
            case NumberNode number:
                _blocks[depth].SetNumbers(count).Fill(number.Value);
                break;
            case ColumnNode column:
                ColumnLoad.Into(_blocks[depth], _columns[column.Name], start, count);
                break;
            case UnaryNode unary:
                Apply(unary.Operation.Apply, Run(unary.Operand, start, count, depth).Values);
                break;
            case ReduceNode reduce:
                Run(reduce.List, start, count, depth).Reduce(reduce.Reduction.Apply, reduce.List.IsCondition);
                break;
            case BinaryNode binary:
                Run(binary.Left, start, count, depth);
                Run(binary.Right, start, count, depth + 1);
                Combine(binary, depth, start);
                break;
            case IndexNode index:
                Run(index.List, start, count, depth);
                Run(index.Index, start, count, depth + 1);
                TakeElements(index, depth, start);
                break;
        }

        return _blocks[depth];
    }

    private static void Apply(Func<double, double> function, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(values[i]);
        }
    }

    // The result lies where the wider operand is, and is moved to this depth.
    private void Combine(BinaryNode node, int depth, int start)
    {
        ValueBlock left = _blocks[depth], right = _blocks[depth + 1];
        if (left.IsList == right.IsList)
        {
            RequireEqualLengths(node, node.Left, left, node.Right, right, start);
            Pairing.Elements(node.Operation.Apply, left.Values, right.Values);
        }
        else if (left.IsList)
        {
            Pairing.ListWithNumber(node.Operation.Apply, left, right.Values);
        }
        else
        {
            Pairing.NumberWithList(node.Operation.Apply, left.Values, right);
            Swap(depth);
        }
    }

    private void TakeElements(IndexNode node, int depth, int start)
    {
        ValueBlock list = _blocks[depth], index = _blocks[depth + 1];
        if (!index.IsList)
        {
            list.Pick(index.Values, node.CountsFromEnd);
        }
        else if (node.Index.IsCondition)
        {
            RequireEqualLengths(node, node.List, list, node.Index, index, start);
            list.Keep(index.Values);
        }
        else
        {
            Pairing.Gather(list, index, node.CountsFromEnd);
            Swap(depth);
        }
    }

    private void Swap(int depth) => (_blocks[depth], _blocks[depth + 1]) = (_blocks[depth + 1], _blocks[depth]);

    private static void RequireEqualLengths(
        ExpressionNode at, ExpressionNode first, ValueBlock one, ExpressionNode second, ValueBlock other, int start)
    {
        if (!one.IsList || one.Offsets.SequenceEqual(other.Offsets))
        {
            return;
        }

        int row = one.Offsets.CommonPrefixLength(other.Offsets) - 1;
        throw new RowException(
            start + row,
            at.Position,
            $"the lists {first} and {second} need equal lengths, found {one[row].Length} and {other[row].Length}");
    }
}

/// <summary>Carries a sentence about the values of one row out of the evaluation.</summary>
internal sealed class RowException(int row, int position, string problem) : Exception(problem)
{
    public int Row { get; } = row;

    public int Position { get; } = position;
}
