using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>Arrays behind pointers, whose number of elements is another member.</summary>
/// <param name="counterName">The member that counts.</param>
/// <param name="isLoop">Objects behind one header; else numbers, each array behind a mark that is 0 for a null pointer.</param>
/// <param name="content">Takes the elements.</param>
internal sealed class CountedColumn(string counterName, bool isLoop, ColumnBuilder content) : ColumnBuilder
{
    private readonly ListColumn _lists = new(content);

    public string CounterName => counterName;

    public NumericColumn? Counter { get; set; }

    public override void Read(RootCursor cursor, int count)
    {
        ObjectHeader header = isLoop ? ObjectHeader.Read(cursor) : default;
        for (int i = count; i > 0; i--)
        {
            bool isThere = isLoop || cursor.Byte("the mark of an array") != 0;
            _lists.ReadElements(cursor, isThere ? Elements(cursor, i) : 0);
        }

        if (isLoop)
        {
            header.Finish(cursor, counterName);
        }
    }

    public override RootArray Build() => _lists.Build();

    private int Elements(RootCursor cursor, int back)
    {
        long elements = Counter?.CountFromEnd(back) ?? 0;
        return elements >= 0 && elements <= cursor.Remaining ? (int)elements : throw cursor.Wrong(
            $"{elements} elements by {counterName}", $"as many as the {cursor.Remaining} bytes left can hold");
    }
}
