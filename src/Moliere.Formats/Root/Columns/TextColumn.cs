using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Texts, each with its length before it.</summary>
/// <param name="isLongForm">Whether the length has four bytes (char*); else one, or 255 and four.</param>
internal sealed class TextColumn(bool isLongForm = false) : ColumnBuilder
{
    private readonly Growing<int> _offsets = new();
    private readonly Growing<byte> _bytes = new();

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _offsets.Add(_bytes.Count);
            ReadOnlySpan<byte> text = isLongForm
                ? cursor.Bytes(cursor.Int32("a length"), "a text") : cursor.TextBytes("a text");
            text.CopyTo(_bytes.Extend(text.Length));
        }
    }

    public override RootArray Build()
    {
        _offsets.Add(_bytes.Count);
        return new TextArray(_offsets.Take(), _bytes.Take());
    }
}
