using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Lists with their number of elements before them: vectors, sets, and lists inside them.</summary>
/// <param name="content">Takes the elements.</param>
internal sealed class ListColumn(ColumnBuilder content) : ColumnBuilder
{
    private readonly Growing<int> _offsets = new();
    private int _total;

    /// <summary>The objects inside, through lists of lists; null where there are none.</summary>
    public ClassColumn? Objects => content as ClassColumn ?? (content as ListColumn)?.Objects;

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ReadElements(cursor, cursor.Count(0, "elements of a list"));
        }
    }

    /// <summary>One list whose number of elements stands elsewhere.</summary>
    public void ReadElements(RootCursor cursor, int elements)
    {
        _offsets.Add(_total);
        int before = cursor.Position;
        content.Read(cursor, elements);
        if (cursor.Position == before && elements > cursor.Length)
        {
            throw cursor.Wrong($"{elements} elements without a byte", "as many as the record can hold");
        }

        _total += elements;
    }

    public override RootArray Build()
    {
        _offsets.Add(_total);
        return new ListArray(_offsets.Take(), content.Build());
    }
}
