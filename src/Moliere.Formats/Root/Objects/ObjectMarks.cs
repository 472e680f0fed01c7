namespace Moliere.Formats.Root.Objects;

/// <summary>Marks in the numbers before objects, the same for reading and writing.</summary>
/// <source>ROOT, TBufferFile: kByteCountMask, kNewClassTag, kClassMask, kMapOffset.</source>
internal static class ObjectMarks
{
    /// <summary>The number is a size in bytes.</summary>
    public const uint ByteCount = 0x4000_0000;

    /// <summary>The name of a class follows.</summary>
    public const uint NewClass = uint.MaxValue;

    /// <summary>The number is the offset of a class named before.</summary>
    public const uint KnownClass = 0x8000_0000;

    /// <summary>Added to offsets, as the references 0 and 1 mean nothing and the owner.</summary>
    public const int ReferenceShift = 2;
}
