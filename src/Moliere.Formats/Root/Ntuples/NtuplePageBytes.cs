using System.Buffers;
using System.Buffers.Binary;
using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>The unpacked bytes of a page, in borrowed memory that goes back at the end.</summary>
internal readonly ref struct NtuplePageBytes
{
    private const int ChecksumSize = 8;

    private readonly byte[] _bytes;
    private readonly int _length;

    /// <summary>Reads, checks and unpacks a page.</summary>
    /// <param name="ntuple">The ntuple.</param>
    /// <param name="page">Where the page is.</param>
    /// <param name="unpackedSize">Bytes of all its elements.</param>
    /// <param name="place">File, byte and breadcrumb for errors.</param>
    public NtuplePageBytes(NtupleMetadata ntuple, NtuplePage page, int unpackedSize, FilePlace place)
    {
        _length = unpackedSize;
        _bytes = Stored(ntuple, page, place);
        int stored = (int)page.Locator.Size;
        if (stored != unpackedSize)
        {
            byte[] packed = _bytes;
            _bytes = Unpacked(packed.AsSpan(0, stored), unpackedSize, place);
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private static byte[] Stored(NtupleMetadata ntuple, NtuplePage page, FilePlace place)
    {
        long size = page.Locator.Size;
        if (size > Math.Min(ntuple.LargestBlob, Array.MaxLength - ChecksumSize))
        {
            throw new InvalidFileException(place, $"a page of {size} bytes", "one that lies in the file in one piece");
        }

        int checksum = page.HasChecksum ? ChecksumSize : 0;
        ntuple.File.RequireInside(place.Byte, size + checksum, place.Inside);
        byte[] stored = ArrayPool<byte>.Shared.Rent((int)size + checksum);
        ntuple.File.ReadInto(place.Byte, stored.AsSpan(0, (int)size + checksum));
        return checksum == 0
            || XxHash3.Of(stored.AsSpan(0, (int)size)) == BinaryPrimitives.ReadUInt64LittleEndian(
                stored.AsSpan((int)size))
            ? stored
            : throw new InvalidFileException(
                place, "a page that does not have its checksum", "the bytes that were written", "it is damaged");
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> stored, int size, FilePlace place)
    {
        BlockChain.RequirePlausible(stored, size, place);
        byte[] unpacked = ArrayPool<byte>.Shared.Rent(size);
        BlockChain.Unpack(stored, unpacked.AsSpan(0, size), place);
        return unpacked;
    }
}
