namespace Moliere.Formats.Root.Columns;

/// <summary>How a number stands in the bytes.</summary>
internal enum NumberKind
{
    Int8,
    UInt8,
    Truth,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,

    /// <summary>Float16_t: two to four bytes by its range, a float in memory.</summary>
    Float16,

    /// <summary>Double32_t: three or four bytes by its range, a double in memory.</summary>
    Double32,
}
