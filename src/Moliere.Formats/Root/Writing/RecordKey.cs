namespace Moliere.Formats.Root.Writing;

/// <summary>The header of a record to write.</summary>
/// <param name="ClassName">C++ class.</param>
/// <param name="Name">Name of the object.</param>
/// <param name="Title">Title of the object; may be empty.</param>
/// <source>ROOT, TKey::FillBuffer and TDatime::Set.</source>
internal sealed record RecordKey(string ClassName, string Name, string Title)
{
    /// <summary>
    /// Midnight of 1 January 1995, the earliest that TDatime knows: equal contents give equal bytes, whatever the day.
    /// </summary>
    public const uint Date = (1 << 22) | (1 << 17);

    /// <summary>Bytes that a basket adds to its key.</summary>
    public int ExtraSize { get; init; }

    public int Cycle { get; init; } = 1;

    public long Position { get; init; }

    /// <summary>Position of the directory it belongs to.</summary>
    public long Parent { get; init; }

    /// <summary>Bytes of the payload as stored.</summary>
    public int StoredSize { get; init; }

    public int UnpackedSize { get; init; }

    /// <summary>Whether positions take 8 bytes.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Bytes of the key.</summary>
    public int Size => 18 + (IsLarge ? 16 : 8) + ExtraSize
        + ByteBuffer.TextSize(ClassName) + ByteBuffer.TextSize(Name) + ByteBuffer.TextSize(Title);

    /// <summary>Bytes of key and payload.</summary>
    public int RecordSize => checked(Size + StoredSize);

    public void Write(ByteBuffer to)
    {
        to.Int32(RecordSize);
        to.Int16(IsLarge ? 1004 : 4);
        to.Int32(UnpackedSize);
        to.UInt32(Date);
        to.Int16(Size);
        to.Int16(Cycle);
        to.Seek(Position, IsLarge);
        to.Seek(Parent, IsLarge);
        to.Text(ClassName);
        to.Text(Name);
        to.Text(Title);
    }
}
