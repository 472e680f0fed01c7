using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Arrays of a fixed length.</summary>
/// <param name="length">Elements of each.</param>
/// <param name="content">Takes the elements.</param>
internal sealed class FixedListColumn(int length, ColumnBuilder content) : ColumnBuilder
{
    /// <summary>Arrays of length 0 inside arrays take no bytes.</summary>
    private const int MostWithoutBytes = 1 << 16;

    private int _count;

    /// <summary>Arrays around what is made, in as many dimensions as there are lengths, the innermost last.</summary>
    public static Func<ColumnBuilder> Around(Func<ColumnBuilder> content, IEnumerable<int> lengths)
    {
        foreach (int length in lengths.Reverse())
        {
            Func<ColumnBuilder> inner = content;
            content = () => new FixedListColumn(length, inner());
        }

        return content;
    }

    public override void Read(RootCursor cursor, int count)
    {
        long elements = (long)count * length;
        if (elements < 0 || elements > Math.Max(cursor.Remaining, MostWithoutBytes)
            || elements + ((long)_count * length) > int.MaxValue)
        {
            throw cursor.Wrong(
                $"{elements} elements of arrays with {cursor.Remaining} bytes left", "as many as the record can hold");
        }

        content.Read(cursor, (int)elements);
        _count += count;
    }

    public override RootArray Build() => new ListArray(Offsets(_count, length), content.Build());

    /// <summary>Offsets of lists of one length.</summary>
    public static int[] Offsets(int lists, int length)
    {
        var offsets = new int[lists + 1];
        for (int i = 1; i <= lists; i++)
        {
            offsets[i] = offsets[i - 1] + length;
        }

        return offsets;
    }
}
