using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>A basket whose key was read, so that its sizes are known, and whose payload is still packed.</summary>
/// <param name="Place">Where it is and which entries it holds.</param>
/// <param name="Header">Numbers behind its key.</param>
/// <param name="KeySize">Bytes of the key.</param>
/// <param name="Payload">What stands behind the key.</param>
/// <param name="UnpackedSize">Bytes of the payload once unpacked.</param>
/// <param name="Offsets">Offsets of a basket inside its tree's record; null for others.</param>
/// <param name="Origin">Where it lies.</param>
internal readonly record struct PackedBasket(
    BasketPlace Place, BasketHeader Header, int KeySize, ReadOnlyMemory<byte> Payload, int UnpackedSize, int[]? Offsets,
    RootOrigin Origin)
{
    /// <summary>Bytes of the entries, without the offsets behind them.</summary>
    public int ContentSize => Header.Last - KeySize;

    /// <summary>A basket inside its tree's record, which is never packed.</summary>
    public static PackedBasket Of(BasketPlace place, StoredBasket stored)
    {
        var cursor = new RootCursor(stored.Bytes, stored.Origin);
        cursor.Skip(stored.KeySize, "the key of a basket");
        return new PackedBasket(
            place, stored.Header, stored.KeySize, stored.Bytes[stored.KeySize..],
            stored.Bytes.Length - stored.KeySize, stored.Offsets, stored.Origin).Checked();
    }

    /// <summary>A basket with a record of its own.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="room">Takes the record.</param>
    /// <param name="origin">For errors.</param>
    public static PackedBasket Read(RootFile file, BasketPlace place, Memory<byte> room, RootOrigin origin)
    {
        file.ReadInto(place.Position, room.Span);
        var cursor = new RootCursor(room, origin with { Start = place.Position });
        var key = RootKey.Read(cursor);
        var header = BasketHeader.Read(cursor);
        cursor.Position = Math.Min(key.KeySize, cursor.Length);
        ReadOnlyMemory<byte> payload = cursor.Take(key.PayloadSize, "the payload of a basket");
        RootOrigin inside = origin with
        {
            Start = place.Position + key.KeySize,
            IsPacked = key.UnpackedSize != payload.Length,
        };
        BlockChain.RequirePlausible(payload.Span, key.UnpackedSize, inside.At(0));
        return new PackedBasket(
            place, header, key.KeySize, payload, key.UnpackedSize, null, inside).Checked();
    }

    private PackedBasket Checked()
    {
        if (ContentSize < 0 || ContentSize > Math.Max(UnpackedSize, Payload.Length) || Header.Entries < Place.Entries)
        {
            throw new RootCursor(Payload, Origin).Wrong(
                $"{Header.Entries} entries in {ContentSize} bytes of {UnpackedSize}",
                $"{Place.Entries} entries within the basket", "the file is damaged");
        }

        return this;
    }
}
