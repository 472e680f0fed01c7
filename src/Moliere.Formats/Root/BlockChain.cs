using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root;

/// <summary>
/// The packed payload of a record: blocks of at most 16 MiB - 1 unpacked bytes, each behind a
/// <see cref="BlockHeader"/>.
/// </summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Compression Block; core/zip/src/RZip.cxx.</source>
internal static class BlockChain
{
    public const int LargestBlock = (1 << 24) - 1;

    /// <summary>
    /// Unpacks a payload; one that is as long as its unpacked size, or longer, is not packed: the rule of ROOT.
    /// </summary>
    /// <param name="stored">The payload as in the file.</param>
    /// <param name="unpacked">Takes exactly the unpacked payload.</param>
    /// <param name="place">File, byte of the payload and breadcrumb for errors.</param>
    /// <exception cref="InvalidFileException">A block is cut, damaged, of unknown kind or of another size.</exception>
    public static void Unpack(ReadOnlySpan<byte> stored, Span<byte> unpacked, FilePlace place)
    {
        if (stored.Length >= unpacked.Length)
        {
            stored[..unpacked.Length].CopyTo(unpacked);
            return;
        }

        int at = 0;
        while (unpacked.Length > 0)
        {
            FilePlace here = place with { Byte = place.Byte + at };
            BlockHeader header = Next(stored[at..], unpacked.Length, here);
            Unpack(header, stored.Slice(at + BlockHeader.Size, header.Packed), unpacked[..header.Unpacked], here);
            unpacked = unpacked[header.Unpacked..];
            at += BlockHeader.Size + header.Packed;
        }

        RequireEnd(stored.Length - at, place with { Byte = place.Byte + at });
    }

    /// <summary>
    /// Sees to it, from the headers of the blocks alone, that a payload can unpack to what its record claims: to be
    /// called before memory is taken for it.
    /// </summary>
    /// <param name="stored">The payload as in the file.</param>
    /// <param name="unpackedLength">Bytes that it should unpack to.</param>
    /// <param name="place">File, byte of the payload and breadcrumb for errors.</param>
    /// <exception cref="InvalidFileException">The blocks do not add up to the claim, or cannot be so long.</exception>
    public static void RequirePlausible(ReadOnlySpan<byte> stored, long unpackedLength, FilePlace place)
    {
        if (unpackedLength < 0)
        {
            throw new InvalidFileException(
                place, $"an unpacked size of {unpackedLength} bytes", "none below 0", "the file is damaged");
        }

        int at = 0;
        for (long left = stored.Length >= unpackedLength ? 0 : unpackedLength; left > 0;)
        {
            BlockHeader header = Next(stored[at..], left, place with { Byte = place.Byte + at });
            left -= header.Unpacked;
            at += BlockHeader.Size + header.Packed;
        }
    }

    /// <summary>Packs a payload; the payload itself where packing does not shrink it.</summary>
    /// <param name="payload">Bytes of any number.</param>
    /// <param name="codec">Way to pack.</param>
    /// <param name="level">0 (store), 1 (fast) to 9 (small).</param>
    public static byte[] Pack(ReadOnlySpan<byte> payload, Codec codec, int level)
    {
        var chain = new MemoryStream();
        Span<byte> header = stackalloc byte[BlockHeader.Size];
        for (int at = 0; level > 0 && at < payload.Length; at += LargestBlock)
        {
            ReadOnlySpan<byte> block = payload.Slice(at, Math.Min(LargestBlock, payload.Length - at));
            byte[] packed = Packing.Pack(codec, level, block);
            if (packed.Length > LargestBlock)
            {
                return payload.ToArray();
            }

            new BlockHeader(codec, packed.Length, block.Length).Write(header);
            chain.Write(header);
            chain.Write(packed);
        }

        return chain.Length > 0 && chain.Length < payload.Length ? chain.ToArray() : payload.ToArray();
    }

    // An empty block would let a walk go on without getting on.
    private static BlockHeader Next(ReadOnlySpan<byte> rest, long left, FilePlace place)
    {
        BlockHeader header = BlockHeader.Read(rest, place);
        return header.Unpacked > 0 && header.Unpacked <= left
            ? header
            : throw new InvalidFileException(
                place, $"a packed block of {header.Unpacked} bytes where {left} are missing",
                "blocks that add up to the size of the record", "the file is damaged");
    }

    private static void Unpack(BlockHeader header, ReadOnlySpan<byte> packed, Span<byte> unpacked, FilePlace place)
    {
        try
        {
            Packing.Unpack(header.Codec, packed, unpacked);
        }
        catch (CodecException error)
        {
            throw new InvalidFileException(
                place, error.Found, error.Expected, error.Remedy.Length == 0 ? "the file is damaged" : error.Remedy,
                error);
        }
    }

    private static void RequireEnd(int left, FilePlace place)
    {
        if (left > 0)
        {
            throw new InvalidFileException(
                place, $"{left} bytes behind the last packed block", "none", "the file is damaged");
        }
    }
}
