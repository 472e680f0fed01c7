using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// The bits of a TObject in a branch of their own: two more bytes follow where something refers to the object.
/// </summary>
internal sealed class TObjectBitsColumn : ColumnBuilder
{
    private readonly Growing<uint> _bits = new();

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            uint bits = cursor.UInt32("the bits of an object");
            cursor.Skip((bits & ObjectBits.IsReferenced) != 0 ? 2 : 0, "the process of an object");
            _bits.Add(bits);
        }
    }

    public override RootArray Build() => new NumberArray<uint>(_bits.Take());
}
