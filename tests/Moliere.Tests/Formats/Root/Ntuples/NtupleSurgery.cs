using System.Buffers.Binary;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Ntuples;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>
/// Takes an ntuple's metadata apart and puts changed ones behind the file, with all links and checksums made right
/// again: so that a change gets past the checksums to the code that has to bear it.
/// </summary>
internal sealed class NtupleSurgery
{
    private const int HeadSize = 8;
    private const int ChecksumSize = 8;

    private readonly byte[] _file;
    private readonly int _anchor;

    /// <summary>Reads the metadata of the only ntuple of a file with an anchor that is not packed.</summary>
    public NtupleSurgery(string path)
    {
        _file = File.ReadAllBytes(path);
        using RootFile file = RootFile.Open(path);
        RootEntry entry = file.Entries.Single(one => one.ClassName == "ROOT::RNTuple");
        _anchor = (int)entry.Key.Position + entry.Key.KeySize + 6;
        Header = Bytes(file, Big(_anchor + 8), Big(_anchor + 16), Big(_anchor + 24));
        Footer = Bytes(file, Big(_anchor + 32), Big(_anchor + 40), Big(_anchor + 48));
        PageLists = [.. GroupLinks().Select(at => Bytes(
            file, Little(Footer, at + 12), (int)Little(Footer, at + 8), Little(Footer, at)))];
    }

    /// <summary>Unpacked header, with head and checksum.</summary>
    public byte[] Header { get; }

    /// <summary>Unpacked footer, with head and checksum.</summary>
    public byte[] Footer { get; }

    /// <summary>Unpacked page lists, with head and checksum.</summary>
    public byte[][] PageLists { get; }

    /// <summary>The file with one envelope changed: 0 is the header, 1 the footer, then the page lists.</summary>
    /// <param name="envelope">Which to change.</param>
    /// <param name="change">Changes its bytes, without the head and the checksum.</param>
    public byte[] With(int envelope, Action<Span<byte>> change)
    {
        var file = new MemoryStream();
        file.Write(_file);
        byte[] header = Changed(Header, envelope == 0 ? change : null);
        byte[] checksum = header[^ChecksumSize..];
        (long Header, long Footer) at = (Append(file, header), 0);
        byte[] footer = [.. Footer];
        checksum.CopyTo(footer, HeadSize + 8);
        int number = 2;
        foreach ((byte[] list, int link) in PageLists.Zip(GroupLinks()))
        {
            byte[] copy = [.. list];
            checksum.CopyTo(copy, HeadSize);
            long position = Append(file, Changed(copy, envelope == number++ ? change : null));
            BinaryPrimitives.WriteInt32LittleEndian(footer.AsSpan(link + 8), list.Length);
            BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(link + 12), position);
        }

        at.Footer = Append(file, Changed(footer, envelope == 1 ? change : null));
        return WithAnchor(file.ToArray(), at.Header, at.Footer);
    }

    private byte[] WithAnchor(byte[] file, long header, long footer)
    {
        Span<byte> anchor = file.AsSpan(_anchor, 64);
        long[] numbers = [header, Header.Length, Header.Length, footer, Footer.Length, Footer.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(anchor[(8 + 8 * i)..], numbers[i]);
        }

        BinaryPrimitives.WriteUInt64BigEndian(file.AsSpan(_anchor + 64), XxHash3.Of(anchor));
        return file;
    }

    private static byte[] Changed(byte[] envelope, Action<Span<byte>>? change)
    {
        byte[] copy = [.. envelope];
        change?.Invoke(copy.AsSpan(HeadSize..^ChecksumSize));
        BinaryPrimitives.WriteUInt64LittleEndian(
            copy.AsSpan(copy.Length - ChecksumSize), XxHash3.Of(copy.AsSpan(0, copy.Length - ChecksumSize)));
        return copy;
    }

    private static long Append(MemoryStream file, byte[] bytes)
    {
        long position = file.Position;
        file.Write(bytes);
        return position;
    }

    // Behind head, flags and checksum stand the schema extension and the list of groups; a link is at the end of each.
    private IEnumerable<int> GroupLinks()
    {
        int at = HeadSize + 16;
        at += (int)Little(Footer, at);
        int count = BinaryPrimitives.ReadInt32LittleEndian(Footer.AsSpan(at + 8));
        at += 12;
        for (int i = 0; i < count; i++)
        {
            yield return at + 8 + 20;
            at += (int)Little(Footer, at);
        }
    }

    private static byte[] Bytes(RootFile file, long position, long stored, long unpacked) =>
        NtupleBytes.Read(file, new(position, stored), unpacked, "surgery");

    private long Big(int at) => BinaryPrimitives.ReadInt64BigEndian(_file.AsSpan(at));

    private static long Little(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
