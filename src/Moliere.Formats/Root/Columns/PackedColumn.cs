using System.Numerics;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Floats in fewer bytes: scaled whole numbers in a range, or a cut mantissa.</summary>
/// <typeparam name="T">float for Float16_t, double for Double32_t.</typeparam>
/// <param name="packing">Range and bits.</param>
internal sealed class PackedColumn<T>(PackedFloat packing) : NumericColumn
    where T : unmanaged, INumberBase<T>
{
    private readonly Growing<T> _values = new();

    public override int Width => packing.Width;

    public override void Read(RootCursor cursor, int count)
    {
        ReadOnlySpan<byte> bytes = Bytes(cursor, count);
        Span<T> target = _values.Extend(count);
        for (int i = 0; i < count; i++)
        {
            target[i] = T.CreateTruncating(packing.Decode(bytes[(Width * i)..]));
        }
    }

    public override RootArray Build() => new NumberArray<T>(_values.Take());

    public override Array TakeValues() => _values.Take();
}
