using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>What stands before arrays of which another member tells the length.</summary>
internal enum CountedForm
{
    /// <summary>Nothing: leaves in a list.</summary>
    Bare,

    /// <summary>A mark before each array that is 0 for a null pointer.</summary>
    Marked,

    /// <summary>One header before all: objects behind pointers.</summary>
    Headed,
}

/// <summary>Arrays behind pointers, whose number of elements is another member.</summary>
/// <param name="counterName">The member that counts.</param>
/// <param name="form">What stands before the elements.</param>
/// <param name="content">Takes the elements.</param>
internal sealed class CountedColumn(string counterName, CountedForm form, ColumnBuilder content) : ColumnBuilder
{
    private readonly ListColumn _lists = new(content);

    public string CounterName => counterName;

    public NumericColumn? Counter { get; set; }

    public override void Read(RootCursor cursor, int count)
    {
        ObjectHeader header = form == CountedForm.Headed ? ObjectHeader.Read(cursor) : default;
        for (int i = count; i > 0; i--)
        {
            bool isThere = form != CountedForm.Marked || cursor.Byte("the mark of an array") != 0;
            _lists.ReadElements(cursor, isThere ? Elements(cursor, i) : 0);
        }

        if (form == CountedForm.Headed)
        {
            header.Finish(cursor, counterName);
        }
    }

    public override RootArray Build() => _lists.Build();

    private int Elements(RootCursor cursor, int back) =>
        cursor.Claimed(Counter?.CountFromEnd(back) ?? 0, $"elements by {counterName}");
}
