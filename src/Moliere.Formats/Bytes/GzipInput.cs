using System.IO.Compression;

namespace Moliere.Formats.Bytes;

/// <summary>
/// Decompresses gzip and reports corrupt or missing data with the name of the file. The runtime's own stream takes cut
/// data for the end of the file; so a last member with known content is read behind the file's own (<see
/// cref="GzipTail"/>), and if it does not come out at the end, the file was not whole.
/// </summary>
internal sealed class GzipInput(string path, FileStream file) : ForwardStream
{
    private readonly GZipStream _gzip = new(new GzipTail(file), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _position;
    private bool _atEnd;

    // The last bytes decompressed so far are held back: they may be the mark.
    private int Available => _end - _start - GzipTail.Mark.Length;

    public override int Read(Span<byte> buffer)
    {
        while (Available <= 0 && !_atEnd)
        {
            Fill();
        }

        int count = Math.Min(buffer.Length, Math.Max(0, Available));
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read = Decompress(_buffer.AsSpan(_end));
        _end += read;
        _atEnd = read == 0;
        if (_atEnd && !_buffer.AsSpan(0, _end).SequenceEqual(GzipTail.Mark))
        {
            throw Damaged(null);
        }
    }

    private int Decompress(Span<byte> buffer)
    {
        try
        {
            return _gzip.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw Damaged(error);
        }
    }

    private InvalidFileException Damaged(InvalidDataException? cause) => new(
        new FilePlace(path) { Inside = $"gzip data, {_position + _end - _start} bytes after decompression" },
        file.Position == file.Length ? "a truncated end or damaged data near it" : "data that do not decompress",
        "whole gzip data with matching checksums",
        "the file is truncated or damaged, copy it again",
        cause);
}
