using System.Numerics;
using Moliere.Data.Tables;

namespace Moliere.Data.Expressions;

/// <summary>Copies rows of a column into a block, in double precision.</summary>
internal static class ColumnLoad
{
    public static void Into(ValueBlock block, Column column, int start, int count)
    {
        switch (column)
        {
            case FloatColumn floats:
                Convert(floats.Values.AsSpan(start, count), block.SetNumbers(count));
                break;
            case LongColumn longs:
                Convert(longs.Values.AsSpan(start, count), block.SetNumbers(count));
                break;
            case JaggedColumn<float> lists:
                Lists(block, lists, start, count);
                break;
            case JaggedColumn<int> lists:
                Lists(block, lists, start, count);
                break;
            default:
                throw new MissingColumnException(
                    $"Column '{column.Name}' is a {column.GetType().Name}; expressions take numbers and their lists.");
        }
    }

    private static void Lists<T>(ValueBlock block, JaggedColumn<T> column, int start, int count)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<int> offsets = column.Offsets.AsSpan(start, count + 1);
        Convert(column.Values.AsSpan(offsets[0], offsets[^1] - offsets[0]), block.SetLists(offsets));
    }

    private static void Convert<T>(ReadOnlySpan<T> from, Span<double> to)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = double.CreateTruncating(from[i]);
        }
    }
}
