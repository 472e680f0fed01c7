using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// Grows a column of values as they are read. The kinds of columns nest as the types do; one tree of them is made for
/// each range of entries that is read.
/// </summary>
internal abstract class ColumnBuilder
{
    /// <summary>Reads so many elements where the cursor stands.</summary>
    public abstract void Read(RootCursor cursor, int count);

    /// <summary>Reads elements up to the last byte, each of which takes a byte or more.</summary>
    /// <returns>Number of elements.</returns>
    public virtual int ReadToEnd(RootCursor cursor)
    {
        int elements = 0;
        for (int before = cursor.Position; before < cursor.Length; before = cursor.Position)
        {
            Read(cursor, 1);
            elements++;
            if (cursor.Position == before)
            {
                throw cursor.Wrong(
                    $"{cursor.Remaining} bytes for elements without any", "elements of one byte or more");
            }
        }

        return elements;
    }

    /// <summary>The values read so far; the column is used up.</summary>
    public abstract RootArray Build();
}
