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

    /// <summary>The values read so far; the column is used up.</summary>
    public abstract RootArray Build();
}
