using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Numbers of a column, first as the column has them, then as the type of the field says.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Fundamental Types.</source>
internal static class NtupleNumbers
{
    /// <summary>The elements as they are stored; null for an encoding that holds no plain numbers.</summary>
    public static RootArray? Read(NtupleColumnReader reader, NtupleColumn column, long first, int count)
    {
        NumberArray<T> Of<T>(PageDecoder<T> decode)
            where T : unmanaged => new(reader.Read(column, first, count, decode));
        return column.Encoding switch
        {
            NtupleEncoding.Bit => Of<byte>(BitDecoding.Truths) with { IsTruth = true },
            NtupleEncoding.Byte or NtupleEncoding.UInt8 => Of<byte>(PageDecoding.Plain),
            NtupleEncoding.Char or NtupleEncoding.Int8 => Of<sbyte>(PageDecoding.Plain),
            NtupleEncoding.Int16 => Of<short>(PageDecoding.Plain),
            NtupleEncoding.UInt16 => Of<ushort>(PageDecoding.Plain),
            NtupleEncoding.Int32 => Of<int>(PageDecoding.Plain),
            NtupleEncoding.UInt32 => Of<uint>(PageDecoding.Plain),
            NtupleEncoding.Int64 => Of<long>(PageDecoding.Plain),
            NtupleEncoding.UInt64 => Of<ulong>(PageDecoding.Plain),
            NtupleEncoding.SplitInt16 => Of<short>(PageDecoding.Zigzag16),
            NtupleEncoding.SplitUInt16 => Of<ushort>(PageDecoding.Split16),
            NtupleEncoding.SplitInt32 => Of<int>(PageDecoding.Zigzag32),
            NtupleEncoding.SplitUInt32 => Of<uint>(PageDecoding.Split32),
            NtupleEncoding.SplitInt64 => Of<long>(PageDecoding.Zigzag64),
            NtupleEncoding.SplitUInt64 => Of<ulong>(PageDecoding.Split64),
            NtupleEncoding.Real16 => Of<float>(PageDecoding.Half),
            NtupleEncoding.SplitReal16 => Of<float>(PageDecoding.SplitHalf),
            NtupleEncoding.Real32 => Of<float>(PageDecoding.Plain),
            NtupleEncoding.SplitReal32 => Of<float>(PageDecoding.SplitReal32),
            NtupleEncoding.Real64 => Of<double>(PageDecoding.Plain),
            NtupleEncoding.SplitReal64 => Of<double>(PageDecoding.SplitReal64),
            NtupleEncoding.Real32Trunc => Of(BitDecoding.Truncated(column.Bits)),
            NtupleEncoding.Real32Quant => Of(BitDecoding.Quantised(column)),
            _ => null,
        };
    }

    /// <summary>The numbers in the type of the field; for types that are not fundamental, as in the column.</summary>
    public static RootArray As(string type, RootArray numbers) => type switch
    {
        "bool" => NumberConversion.Truths(numbers),
        "std::byte" or "std::uint8_t" => NumberConversion.To<byte>(numbers),
        "char" or "std::int8_t" => NumberConversion.To<sbyte>(numbers),
        "std::int16_t" => NumberConversion.To<short>(numbers),
        "std::uint16_t" => NumberConversion.To<ushort>(numbers),
        "std::int32_t" => NumberConversion.To<int>(numbers),
        "std::uint32_t" => NumberConversion.To<uint>(numbers),
        "std::int64_t" => NumberConversion.To<long>(numbers),
        "std::uint64_t" => NumberConversion.To<ulong>(numbers),
        "float" => NumberConversion.To<float>(numbers),
        "double" => NumberConversion.To<double>(numbers),
        _ => numbers,
    };
}
