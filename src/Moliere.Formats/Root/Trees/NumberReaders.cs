using Moliere.Formats.Root.Columns;

namespace Moliere.Formats.Root.Trees;

/// <summary>How numbers of differing number stand in the entries of a branch.</summary>
/// <param name="Type">Type in words.</param>
/// <param name="Header">Bytes before the numbers of an entry.</param>
/// <param name="Dimensions">Dimensions of each element; empty for numbers.</param>
/// <param name="Counter">The branch that counts the elements; null without one.</param>
internal sealed record JaggedForm(string Type, int Header, int[] Dimensions, TreeBranch? Counter);

/// <summary>Readers of branches of numbers, by the kind of number.</summary>
internal static class NumberReaders
{
    /// <summary>The same number of numbers in every entry.</summary>
    public static BranchReader Flat(NumberKind kind, PackedFloat packing, int[] dimensions, string type)
    {
        if (kind is NumberKind.Float16 or NumberKind.Double32)
        {
            return new EntryReader(Shaped(kind, packing, dimensions), false) { Type = type };
        }

        return kind switch
        {
            NumberKind.Int8 => new FlatReader<sbyte>(dimensions) { Type = type },
            NumberKind.UInt8 => new FlatReader<byte>(dimensions) { Type = type },
            NumberKind.Truth => new FlatReader<byte>(dimensions) { Type = type, IsTruth = true },
            NumberKind.Int16 => new FlatReader<short>(dimensions) { Type = type },
            NumberKind.UInt16 => new FlatReader<ushort>(dimensions) { Type = type },
            NumberKind.Int32 => new FlatReader<int>(dimensions) { Type = type },
            NumberKind.UInt32 => new FlatReader<uint>(dimensions) { Type = type },
            NumberKind.Int64 => new FlatReader<long>(dimensions) { Type = type },
            NumberKind.UInt64 => new FlatReader<ulong>(dimensions) { Type = type },
            NumberKind.Single => new FlatReader<float>(dimensions) { Type = type },
            _ => new FlatReader<double>(dimensions) { Type = type },
        };
    }

    /// <summary>Another number of numbers in every entry.</summary>
    public static BranchReader Jagged(NumberKind kind, PackedFloat packing, JaggedForm form) => kind switch
    {
        NumberKind.Float16 or NumberKind.Double32 => Packed(kind, packing, form),
        NumberKind.Int8 => Jagged<sbyte>(form),
        NumberKind.UInt8 => Jagged<byte>(form),
        NumberKind.Truth => Jagged<byte>(form, isTruth: true),
        NumberKind.Int16 => Jagged<short>(form),
        NumberKind.UInt16 => Jagged<ushort>(form),
        NumberKind.Int32 => Jagged<int>(form),
        NumberKind.UInt32 => Jagged<uint>(form),
        NumberKind.Int64 => Jagged<long>(form),
        NumberKind.UInt64 => Jagged<ulong>(form),
        NumberKind.Single => Jagged<float>(form),
        _ => Jagged<double>(form),
    };

    private static JaggedReader<T> Jagged<T>(JaggedForm form, bool isTruth = false)
        where T : unmanaged => new(form.Header, form.Dimensions)
        {
            Type = form.Type,
            IsTruth = isTruth,
            Counter = form.Counter,
        };

    private static EntryReader Packed(NumberKind kind, PackedFloat packing, JaggedForm form)
    {
        Func<ColumnBuilder> one = Shaped(kind, packing, form.Dimensions);
        int width = NumberKinds.NewColumn(kind, packing).Width;
        return new(one, fillsEntry: true)
        {
            Type = form.Type,
            Counter = form.Counter,
            Header = form.Header,
            Width = form.Dimensions.Aggregate(width, (product, length) => product * length),
        };
    }

    private static Func<ColumnBuilder> Shaped(NumberKind kind, PackedFloat packing, int[] dimensions) =>
        FixedListColumn.Around(() => NumberKinds.NewColumn(kind, packing), dimensions);
}
