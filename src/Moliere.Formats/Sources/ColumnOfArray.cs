using System.Numerics;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// Turns values of a ROOT field into a column: real numbers to single precision, whole ones to 64 bits alone and to 32
/// bits in lists; lists of larger whole numbers become real numbers, exact up to 2²⁴.
/// </summary>
internal static class ColumnOfArray
{
    /// <summary>The kind of column that values make; null where they are texts, records or deeper lists.</summary>
    public static ColumnKind? KindOf(RootArray array) => array switch
    {
        NumberArray<float> or NumberArray<double> => ColumnKind.Float,
        ListArray { Content: NumberArray<float> or NumberArray<double> } => ColumnKind.FloatList,
        ListArray { Content: NumberArray<uint> or NumberArray<long> or NumberArray<ulong> } => ColumnKind.FloatList,
        ListArray { Content: var content } when IsWhole(content) => ColumnKind.IntList,
        _ when IsWhole(array) => ColumnKind.Long,
        _ => null,
    };

    /// <summary>What values are that make no column.</summary>
    public static string Describe(RootArray array) => array switch
    {
        TextArray => "texts",
        RecordArray => "objects",
        VariantArray => "values of differing types",
        ListArray { Content: ListArray } => "lists inside lists",
        ListArray { Content: var content } => $"lists of {Describe(content)}",
        _ => "numbers",
    };

    /// <summary>The column.</summary>
    /// <exception cref="InvalidFileException">The values are not of that kind.</exception>
    public static Column Make(string name, ColumnKind kind, RootArray array, FilePlace place) => (kind, array) switch
    {
        (ColumnKind.Float, not ListArray) when KindOf(array) is not null =>
            new FloatColumn(name, "", "", Numbers<float>(array, place)),
        (ColumnKind.Long, _) when KindOf(array) is ColumnKind.Long =>
            new LongColumn(name, "", "", Numbers<long>(array, place)),
        (ColumnKind.FloatList, ListArray list) when KindOf(array) is not null =>
            new JaggedColumn<float>(name, "", "", list.Offsets, Numbers<float>(list.Content, place)),
        (ColumnKind.IntList, ListArray list) when KindOf(array) is ColumnKind.IntList =>
            new JaggedColumn<int>(name, "", "", list.Offsets, Numbers<int>(list.Content, place)),
        _ => throw new InvalidFileException(place, Describe(array), Expected(kind)),
    };

    private static string Expected(ColumnKind kind) => kind switch
    {
        ColumnKind.Float => "one number per entry",
        ColumnKind.Long => "one whole number per entry",
        ColumnKind.FloatList => "a list of numbers per entry",
        _ => "a list of whole numbers per entry",
    };

    private static bool IsWhole(RootArray array) => array is NumberArray<byte> or NumberArray<sbyte>
        or NumberArray<short> or NumberArray<ushort> or NumberArray<int> or NumberArray<uint> or NumberArray<long>
        or NumberArray<ulong>;

    private static T[] Numbers<T>(RootArray array, FilePlace place)
        where T : unmanaged, INumber<T> => array switch
        {
            NumberArray<byte> { IsTruth: true } truths => Array.ConvertAll(
                truths.Values, value => value == 0 ? T.Zero : T.One),
            NumberArray<ulong> { Values: var large } when typeof(T) == typeof(long) && large.Any(IsTooLarge) =>
                throw new InvalidFileException(
                    place, $"the number {large.First(IsTooLarge)}", $"whole numbers up to {long.MaxValue}"),
            _ when NumberConversion.To<T>(array) is NumberArray<T> converted => converted.Values,
            _ => throw new InvalidFileException(place, Describe(array), "numbers"),
        };

    private static bool IsTooLarge(ulong number) => number > long.MaxValue;
}
