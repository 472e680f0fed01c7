using System.Buffers.Binary;
using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>A packed and checksummed block of metadata: header, footer or list of pages.</summary>
/// <param name="Content">Its content.</param>
/// <param name="Checksum">The checksum at its end, by which others refer to it.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Envelopes.</source>
internal sealed record NtupleEnvelope(NtupleCursor Content, ulong Checksum)
{
    public const int HeaderType = 1;
    public const int FooterType = 2;
    public const int PageListType = 3;

    private const int HeadSize = 8;
    private const int ChecksumSize = 8;

    /// <summary>Reads and checks an envelope.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="link">Where it is.</param>
    /// <param name="type">Kind that it must be of.</param>
    /// <param name="inside">What it is, for errors.</param>
    public static NtupleEnvelope Read(RootFile file, EnvelopeLink link, int type, string inside)
    {
        byte[] bytes = NtupleBytes.Read(file, link.Locator, link.UnpackedSize, inside);
        var origin = new RootOrigin(file.Path, link.Locator.Position, inside)
        {
            IsPacked = link.Locator.Size != link.UnpackedSize,
        };
        if (bytes.Length < HeadSize + ChecksumSize)
        {
            throw new InvalidFileException(
                origin.At(0), $"an envelope of {bytes.Length} bytes", "one with a head and a checksum");
        }

        ulong head = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ulong checksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(bytes.Length - ChecksumSize));
        RequireHead(head, type, bytes.Length, origin);
        RequireChecksum(bytes, checksum, origin);
        int length = bytes.Length - HeadSize - ChecksumSize;
        return new(new NtupleCursor(bytes.AsMemory(HeadSize, length), HeadSize, origin), checksum);
    }

    private static void RequireHead(ulong head, int type, int length, RootOrigin origin)
    {
        if ((int)(head & 0xFFFF) != type || head >> 16 != (ulong)length)
        {
            throw new InvalidFileException(
                origin.At(0), $"an envelope of kind {head & 0xFFFF} with {head >> 16} bytes",
                $"kind {type} with {length}", "it is damaged");
        }
    }

    private static void RequireChecksum(byte[] bytes, ulong checksum, RootOrigin origin)
    {
        if (XxHash3.Of(bytes.AsSpan(0, bytes.Length - ChecksumSize)) != checksum)
        {
            throw new InvalidFileException(
                origin.At(0), "an envelope that does not have its checksum", "the bytes that were written",
                "it is damaged");
        }
    }
}
