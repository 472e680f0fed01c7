using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Arrays of a fixed length.</summary>
/// <param name="length">Elements of each; 0 or more.</param>
/// <param name="content">Takes the elements.</param>
internal sealed class FixedListColumn(int length, ColumnBuilder content) : ColumnBuilder
{
    private int _count;

    public override void Read(RootCursor cursor, int count)
    {
        long elements = (long)count * length;
        if (elements + ((long)_count * length) > int.MaxValue)
        {
            throw cursor.Wrong($"{elements} elements of arrays", $"at most {int.MaxValue}");
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
