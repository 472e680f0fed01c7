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
    private readonly List<double[]> _buffers = [];

    public BlockEvaluator(Table table, IReadOnlyList<string> columns)
    {
        foreach (string name in columns)
        {
            Column? longs = table.Columns.FirstOrDefault(column => column.Name == name) as LongColumn;
            _columns[name] = longs ?? new FloatColumn(name, "", "", table.Floats(name));
        }
    }

    /// <summary>The values of the rows [start, start + count); the view is valid until the next call.</summary>
    public ReadOnlySpan<double> Evaluate(ExpressionNode root, int start, int count) => Run(root, start, count, 0);

    private Span<double> Run(ExpressionNode node, int start, int count, int depth)
    {
        while (_buffers.Count <= depth)
        {
            _buffers.Add(new double[BlockSize]);
        }

        Span<double> values = _buffers[depth].AsSpan(0, count);
        switch (node)
        {
            case NumberNode number:
                values.Fill(number.Value);
                break;
            case ColumnNode column:
                Load(_columns[column.Name], start, values);
                break;
            case UnaryNode unary:
                Run(unary.Operand, start, count, depth);
                Apply(unary.Operation.Apply, values);
                break;
            case BinaryNode binary:
                Run(binary.Left, start, count, depth);
                Apply(binary.Operation.Apply, values, Run(binary.Right, start, count, depth + 1));
                break;
        }

        return values;
    }

    private static void Apply(Func<double, double> function, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(values[i]);
        }
    }

    private static void Apply(Func<double, double, double> function, Span<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            left[i] = function(left[i], right[i]);
        }
    }

    private static void Load(Column column, int start, Span<double> values)
    {
        if (column is LongColumn longs)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = longs.Values[start + i];
            }

            return;
        }

        float[] floats = ((FloatColumn)column).Values;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = floats[start + i];
        }
    }
}
