using Moliere.Formats.Codecs;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>The record under an ntuple's name: the version of its format, and where header and footer are.</summary>
/// <param name="Header">Link to the header envelope.</param>
/// <param name="Footer">Link to the footer envelope.</param>
/// <param name="LargestBlob">Longest range of bytes that lies in the file in one piece.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Anchor schema.</source>
internal sealed record NtupleAnchor(EnvelopeLink Header, EnvelopeLink Footer, long LargestBlob)
{
    private const int FrameSize = 6; // Byte count and version, as before every object of a TFile.
    private const int Size = 64;
    private const string Remedy = "write it again with ROOT 6.34 or newer";

    /// <summary>Reads and checks an anchor; unlike all else of an ntuple it is big-endian.</summary>
    /// <param name="record">The record under the name.</param>
    public static NtupleAnchor Read(RootRecord record)
    {
        RootCursor cursor = record.Open();
        if (record.Key.ClassName != "ROOT::RNTuple")
        {
            throw cursor.Wrong($"a {record.Key.ClassName}, a form from before the release", "an RNTuple 1.0", Remedy);
        }

        cursor.Skip(FrameSize, "the start of an anchor");
        RequireVersion(cursor);
        RequireChecksum(cursor);
        return new(Link(cursor, "header"), Link(cursor, "footer"), cursor.Int64("the largest blob"));
    }

    private static void RequireVersion(RootCursor cursor)
    {
        int start = cursor.Position;
        int epoch = cursor.UInt16("the epoch"), major = cursor.UInt16("the major version");
        int minor = cursor.UInt16("the minor version"), patch = cursor.UInt16("the patch version");
        if (epoch != 1)
        {
            cursor.Position = start;
            throw cursor.Wrong(
                $"an RNTuple of format {epoch}.{major}.{minor}.{patch}", "format 1",
                epoch == 0 ? $"it is from before the release: {Remedy}" : "");
        }
    }

    // The checksum stands behind all fields, also those that later versions append.
    private static void RequireChecksum(RootCursor cursor)
    {
        int start = cursor.Position;
        cursor.Position = FrameSize;
        ReadOnlySpan<byte> fields = cursor.Bytes(Math.Max(Size, cursor.Remaining - sizeof(long)), "an anchor");
        if ((ulong)cursor.Int64("the checksum of an anchor") != XxHash3.Of(fields))
        {
            throw cursor.Wrong("an anchor that does not have its checksum", "one that was written", "it is damaged");
        }

        cursor.Position = start;
    }

    private static EnvelopeLink Link(RootCursor cursor, string what)
    {
        long position = cursor.Int64(what), stored = cursor.Int64(what);
        return new(cursor.Int64(what), new(position, stored));
    }
}
