namespace Moliere.Formats.Root.Writing;

/// <summary>A basket that is packed but not yet in the file.</summary>
/// <param name="Entries">Entries in it.</param>
/// <param name="Stored">Payload as it goes to the file.</param>
/// <param name="UnpackedSize">Bytes of values and entry offsets.</param>
/// <param name="ValueBytes">Bytes of values alone.</param>
/// <param name="EntryBytes">Bytes of every entry; 0 where entry offsets follow the values.</param>
/// <source>ROOT, TBasket::Streamer and TBasket::WriteBuffer.</source>
internal sealed record Basket(int Entries, byte[] Stored, int UnpackedSize, int ValueBytes, int EntryBytes)
{
    /// <summary>Bytes behind the key that belong to it: version, four numbers, a flag.</summary>
    private const int ExtraSize = 19;

    private const int LeastOffsets = 1000; // ROOT's first size of the table of offsets.

    /// <summary>The key of a branch's baskets; their positions always take 8 bytes, as ROOT has it.</summary>
    public static RecordKey Key(string branch, string tree, long directory) =>
        new("TBasket", branch, tree) { IsLarge = true, ExtraSize = ExtraSize, Parent = directory };

    /// <summary>Makes a basket of values that lie behind each other.</summary>
    /// <param name="values">Their bytes.</param>
    /// <param name="ends">End of each entry, from <paramref name="zero"/>; empty for entries of one size.</param>
    /// <param name="zero">What the ends count from.</param>
    /// <param name="entries">Number of entries.</param>
    /// <param name="form">Size of the key and way to pack.</param>
    public static Basket Pack(
        ReadOnlySpan<byte> values, ReadOnlySpan<int> ends, int zero, int entries, BasketForm form)
    {
        if (form.EntryBytes > 0)
        {
            return new(entries, form.Compression.Pack(values), values.Length, values.Length, form.EntryBytes);
        }

        var payload = new ByteBuffer();
        payload.Extend(values.Length + (4 * (entries + 2)));
        payload.Clear();
        payload.Bytes(values);
        payload.Int32(entries + 1);
        payload.Int32(form.KeySize);
        foreach (int end in ends[..^1])
        {
            payload.Int32(end - zero + form.KeySize);
        }

        payload.Int32(0); // One more than entries, and ROOT leaves it zero.
        return new(entries, form.Compression.Pack(payload.Span), payload.Length, values.Length, 0);
    }

    /// <summary>Appends it to the file.</summary>
    public RecordKey Append(RecordFile file, RecordKey key)
    {
        key = file.Place(key) with { StoredSize = Stored.Length, UnpackedSize = UnpackedSize };
        var head = new ByteBuffer();
        key.Write(head);
        head.Int16(3);
        head.Int32(key.Size + UnpackedSize);
        head.Int32(EntryBytes > 0 ? EntryBytes : Math.Max(LeastOffsets, Entries + 1));
        head.Int32(Entries);
        head.Int32(key.Size + ValueBytes);
        head.Byte(0);
        file.Append(head.Span);
        file.Append(Stored);
        return key;
    }
}

/// <summary>What the baskets of a branch have in common.</summary>
/// <param name="KeySize">Bytes of each key.</param>
/// <param name="EntryBytes">Bytes of every entry; 0 where they differ.</param>
/// <param name="Compression">Way to pack.</param>
internal sealed record BasketForm(int KeySize, int EntryBytes, RootCompression Compression);
