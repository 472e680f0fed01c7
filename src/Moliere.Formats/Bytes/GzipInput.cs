using System.IO.Compression;

namespace Moliere.Formats.Bytes;

/// <summary>Decompresses gzip and reports corrupt or missing data with the name of the file.</summary>
internal sealed class GzipInput(string path, FileStream file) : Stream
{
    private readonly GZipStream _gzip = new(file, CompressionMode.Decompress);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            int read = _gzip.Read(buffer);
            _position += read;
            return read;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            bool ended = file.Position == file.Length;
            throw new InvalidFileException(
                new FilePlace(path) { Inside = $"gzip data, {_position} bytes after decompression" },
                ended ? "the end of the file or wrong data near it" : "data that do not decompress",
                "whole gzip data with matching checksums",
                ended ? "the file is truncated or damaged, copy it again" : "the file is damaged, copy it again",
                error);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }
}
