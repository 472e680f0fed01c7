using System.IO.Compression;

namespace Moliere.Formats.Bytes;

/// <summary>The bytes of a gzip file followed by one more gzip member, whose content is <see cref="Mark"/>.</summary>
internal sealed class GzipTail(Stream file) : ForwardStream
{
    private static readonly byte[] s_member = Compress();
    private int _sent;

    /// <summary>What comes out last when every member before was whole.</summary>
    public static ReadOnlySpan<byte> Mark => "\u0001end of gzip\u0002"u8;

    public override int Read(Span<byte> buffer)
    {
        int read = file.Read(buffer);
        if (read > 0)
        {
            return read;
        }

        int count = Math.Min(buffer.Length, s_member.Length - _sent);
        s_member.AsSpan(_sent, count).CopyTo(buffer);
        _sent += count;
        return count;
    }

    private static byte[] Compress()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Mark);
        }

        return packed.ToArray();
    }
}
