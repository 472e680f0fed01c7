namespace Moliere.Formats.Root.Files;

/// <summary>The unpacked payload of a record.</summary>
/// <param name="Key">Its header.</param>
/// <param name="Data">Unpacked bytes, behind the key.</param>
/// <param name="Origin">Where they come from.</param>
internal sealed record RootRecord(RootKey Key, ReadOnlyMemory<byte> Data, RootOrigin Origin)
{
    /// <summary>A cursor at the start of the payload; offsets that objects refer to count the key as well.</summary>
    public RootCursor Open() => new(Data, Origin) { Shift = Key.KeySize };
}
