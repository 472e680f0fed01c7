namespace Moliere.Formats.Root.Objects;

/// <summary>Bits of a TObject that change what bytes follow.</summary>
/// <source>ROOT, TObject::EStatusBits; TClonesArray::kBypassStreamer.</source>
internal static class ObjectBits
{
    /// <summary>Something refers to the object: the number of a process follows.</summary>
    public const uint IsReferenced = 1 << 4;

    /// <summary>A reference that holds a UUID in place of the number of a process.</summary>
    public const uint HasUuid = 1 << 5;

    /// <summary>An array whose objects stand member by member.</summary>
    public const uint BypassesStreamer = 1 << 12;
}
