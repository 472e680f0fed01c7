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
        if (elements > int.MaxValue)
        {
            throw cursor.Wrong($"{elements} elements of arrays", $"at most {int.MaxValue}");
        }

        content.Read(cursor, (int)elements);
        _count += count;
    }

    public override RootArray Build()
    {
        var offsets = new int[_count + 1];
        for (int i = 0; i <= _count; i++)
        {
            offsets[i] = i * length;
        }

        return new ListArray(offsets, content.Build());
    }
}
