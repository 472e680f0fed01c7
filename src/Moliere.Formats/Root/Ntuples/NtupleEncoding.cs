namespace Moliere.Formats.Root.Ntuples;

/// <summary>
/// Types of elements. In the split ones all first bytes come first, then all second bytes; signed integers are then
/// zigzag numbers and indices differences.
/// </summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Column Description, table of types.</source>
internal enum NtupleEncoding
{
    Bit,
    Byte,
    Char,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Real16,
    Real32,
    Real64,
    Index32,
    Index64,
    Switch,
    SplitInt16,
    SplitUInt16,
    SplitInt32,
    SplitUInt32,
    SplitInt64,
    SplitUInt64,
    SplitReal16,
    SplitReal32,
    SplitReal64,
    SplitIndex32,
    SplitIndex64,
    Real32Trunc,
    Real32Quant,
}

/// <summary>Facts about the types of elements.</summary>
internal static class NtupleEncodings
{
    private static readonly byte[] s_bits =
        [1, 8, 8, 8, 8, 16, 16, 32, 32, 64, 64, 16, 32, 64, 32, 64, 96, 16, 16, 32, 32, 64, 64, 16, 32, 64, 32, 64];

    /// <summary>Whether this version of the format has the type; later ones can add some.</summary>
    public static bool IsKnown(NtupleEncoding encoding) => encoding <= NtupleEncoding.Real32Quant;

    /// <summary>Whether elements of the type can have so many bits.</summary>
    public static bool HasBits(NtupleEncoding encoding, int bits) => encoding switch
    {
        NtupleEncoding.Real32Trunc => bits is >= 10 and <= 31,
        NtupleEncoding.Real32Quant => bits is >= 1 and <= 32,
        _ => s_bits[(int)encoding] == bits,
    };

    /// <summary>Whether it holds the ends of collections.</summary>
    public static bool IsIndex(NtupleEncoding encoding) => encoding
        is NtupleEncoding.Index32 or NtupleEncoding.Index64
        or NtupleEncoding.SplitIndex32 or NtupleEncoding.SplitIndex64;
}
