using System.Buffers.Binary;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Double32_t without a range: floats in the file, doubles in memory.</summary>
internal sealed class WidenedColumn : NumericColumn
{
    private readonly Growing<double> _values = new();

    public override int Width => 4;

    public override void Read(RootCursor cursor, int count)
    {
        ReadOnlySpan<byte> bytes = Bytes(cursor, count);
        Span<double> target = _values.Extend(count);
        for (int i = 0; i < count; i++)
        {
            target[i] = BinaryPrimitives.ReadSingleBigEndian(bytes[(4 * i)..]);
        }
    }

    public override RootArray Build() => new NumberArray<double>(_values.Take());

    public override Array TakeValues() => _values.Take();
}
