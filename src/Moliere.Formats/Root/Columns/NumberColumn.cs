using System.Numerics;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>A column of numbers of one type.</summary>
internal abstract class NumericColumn : ColumnBuilder
{
    /// <summary>Bytes of one number in the file.</summary>
    public abstract int Width { get; }

    /// <summary>The numbers as an array of their type; the column is used up.</summary>
    public abstract Array TakeValues();

    /// <summary>A number counted from the end, as the number of elements in a list; 0 or less for none.</summary>
    /// <param name="back">1 for the last.</param>
    public virtual long CountFromEnd(int back) => 0;

    /// <summary>The bytes of so many numbers.</summary>
    protected ReadOnlySpan<byte> Bytes(RootCursor cursor, int count)
    {
        long size = (long)count * Width;
        return size >= 0 && size <= cursor.Remaining ? cursor.Bytes((int)size, "numbers") : throw cursor.Wrong(
            $"{cursor.Remaining} bytes before the end", $"{count} numbers of {Width} bytes");
    }
}

/// <summary>Numbers that stand in the bytes as they stand in memory, but for the order of bytes.</summary>
/// <param name="capacity">Numbers expected.</param>
internal sealed class NumberColumn<T>(int capacity = 0) : NumericColumn
    where T : unmanaged, INumberBase<T>
{
    private readonly Growing<T> _values = new(capacity);

    public bool IsTruth { get; init; }

    public override int Width => BigEndian.WidthOf<T>();

    public override void Read(RootCursor cursor, int count)
    {
        ReadOnlySpan<byte> bytes = Bytes(cursor, count);
        BigEndian.Decode(bytes, _values.Extend(count));
    }

    public override long CountFromEnd(int back) =>
        back <= _values.Count ? long.CreateSaturating(_values.Items[^back]) : 0;

    public override RootArray Build() => new NumberArray<T>(_values.Take()) { IsTruth = IsTruth };

    public override Array TakeValues() => _values.Take();
}
