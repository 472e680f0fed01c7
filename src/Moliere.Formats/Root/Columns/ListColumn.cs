using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Lists with their number of elements before them: vectors, sets, and lists inside them.</summary>
/// <param name="content">Takes the elements.</param>
internal sealed class ListColumn(ColumnBuilder content) : ColumnBuilder
{
    /// <summary>Elements of classes without members take no bytes.</summary>
    private const int MostWithoutBytes = 1 << 16;

    private readonly Growing<int> _offsets = new();
    private int _total;

    /// <summary>The objects inside, through lists of lists; null where there are none.</summary>
    public ClassColumn? Objects => content as ClassColumn ?? (content as ListColumn)?.Objects;

    /// <summary>The objects inside where they are of the class around them; null where they are not.</summary>
    public RecursiveColumn? Recursive => content as RecursiveColumn;

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int elements = cursor.Count(0, "elements of a list");
            bool isPossible = elements <= cursor.Remaining || elements <= MostWithoutBytes;
            ReadElements(cursor, isPossible ? elements : throw cursor.Wrong(
                $"{elements} elements with {cursor.Remaining} bytes left", "as many as the record can hold"));
        }
    }

    /// <summary>Lists of which nothing was written.</summary>
    public void ReadNothing(int lists) => _offsets.Extend(lists).Fill(_total);

    /// <summary>One list whose number of elements stands elsewhere.</summary>
    public void ReadElements(RootCursor cursor, int elements)
    {
        _offsets.Add(_total);
        int before = cursor.Position;
        content.Read(cursor, elements);
        if (cursor.Position == before && elements > MostWithoutBytes)
        {
            throw cursor.Wrong($"{elements} elements without a byte", $"at most {MostWithoutBytes}");
        }

        _total += elements;
    }

    public override RootArray Build()
    {
        _offsets.Add(_total);
        return new ListArray(_offsets.Take(), content.Build());
    }
}
