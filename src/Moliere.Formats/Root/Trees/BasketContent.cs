using System.Buffers;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>The unpacked bytes of a basket; valid until the next one of its batch is opened.</summary>
/// <param name="Header">Numbers behind its key.</param>
/// <param name="KeySize">What offsets count besides the content.</param>
/// <param name="Content">The entries.</param>
/// <param name="Tail">What stands behind them: offsets, then displacements.</param>
/// <param name="Offsets">Offsets of a basket inside its tree's record; null for others.</param>
/// <param name="Origin">Where it lies.</param>
internal readonly record struct BasketContent(
    BasketHeader Header, int KeySize, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Tail, int[]? Offsets,
    RootOrigin Origin)
{
    /// <summary>Whether it says where entries begin.</summary>
    public bool HasOffsets => Offsets is not null || Tail.Length > 4;

    /// <summary>A cursor over the entries.</summary>
    public RootCursor Open() => new(Content, Origin);

    /// <summary>A cursor over one entry.</summary>
    public RootCursor Entry(int start, int end) =>
        new(Content[start..end], Origin with { Start = Origin.IsPacked ? Origin.Start : Origin.Start + start })
        {
            Shift = KeySize + start,
        };

    /// <summary>Where entries begin and the last ends, in bytes of the content; ascending and inside it.</summary>
    /// <returns>An array of the pool, with one element more than there are entries or longer.</returns>
    public int[] RentBounds()
    {
        int count = Header.Entries;
        ReadOnlySpan<byte> stored = Offsets is null ? StoredOffsets() : default;
        int known = Offsets?.Length ?? stored.Length / 4;
        Require(known >= count, $"{known} offsets", $"{count}, one for each entry");
        int[] bounds = ArrayPool<int>.Shared.Rent(count + 1);
        if (Offsets is not null)
        {
            Offsets.AsSpan(0, count).CopyTo(bounds);
        }
        else
        {
            BigEndian.Decode(stored[..(4 * count)], bounds.AsSpan(0, count));
        }

        bounds[count] = Content.Length + KeySize;
        Relate(bounds.AsSpan(0, count + 1));
        return bounds;
    }

    private ReadOnlySpan<byte> StoredOffsets()
    {
        var cursor = new RootCursor(Tail, Origin.Within("offsets"));
        return cursor.Bytes(4 * cursor.Count(4, "offsets"), "offsets");
    }

    private void Relate(Span<int> bounds)
    {
        if (Header.HoldsSizes && bounds.Length > 1)
        {
            bounds[0] = KeySize;
            for (int i = 1; i < bounds.Length - 1; i++)
            {
                bounds[i] = unchecked(bounds[i] + bounds[i - 1]);
            }
        }

        int before = 0;
        bool ascends = true;
        for (int i = 0; i < bounds.Length; i++)
        {
            int bound = unchecked(bounds[i] - KeySize);
            ascends &= bound >= before;
            before = bounds[i] = bound;
        }

        Require(ascends && before == Content.Length, "offsets out of order", "offsets that ascend within the basket");
    }

    private void Require(bool isSound, string found, string expected)
    {
        if (!isSound)
        {
            throw Open().Wrong(found, expected, "the file is damaged");
        }
    }
}
