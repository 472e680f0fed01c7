namespace Moliere.Formats.Bytes;

/// <summary>
/// Cuts a stream of bytes into lines without copying: a line is a view of the buffer, valid until the next one is asked
/// for. The buffer grows for long lines.
/// </summary>
internal sealed class LineReader : IDisposable
{
    private const int MaxLine = 1 << 26; // A longer "line" means a file that is not text.
    private readonly Stream _stream;
    private readonly string _path;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private int _peeked = -1; // Length of the line at _start, its end included; -1 when not yet searched.
    private bool _atEnd;

    public LineReader(Stream stream, string path, int bufferSize = 1 << 18)
    {
        (_stream, _path) = (stream, path);
        _buffer = new byte[bufferSize];
    }

    /// <summary>Number of the last consumed line, from 1; 0 before the first.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the last line seen ended with a line feed; a cut file's last line does not.</summary>
    public bool EndedWithNewline { get; private set; } = true;

    public static LineReader Open(string path) => new(InputFile.Open(path), path);

    /// <summary>The next line without its end, or false at the end of the stream; not consumed.</summary>
    public bool TryPeek(out ReadOnlySpan<byte> line)
    {
        if (_peeked < 0)
        {
            FindEnd();
        }

        if (_peeked == 0)
        {
            line = default;
            return false;
        }

        line = _buffer.AsSpan(_start, _peeked);
        line = EndedWithNewline ? line[..^1] : line;
        line = line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
        return true;
    }

    /// <summary>Consumes the line that was peeked; its view stays valid until the next peek.</summary>
    public void Skip()
    {
        _start += _peeked;
        _peeked = -1;
        Line++;
    }

    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (!TryPeek(out line))
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>The place of the last consumed line.</summary>
    /// <param name="inside">What was being read inside what.</param>
    public FilePlace Place(string inside = "") => new(_path) { Line = Line, Inside = inside };

    public void Dispose() => _stream.Dispose();

    private void FindEnd()
    {
        int searched = 0;
        while (true)
        {
            int feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                (_peeked, EndedWithNewline) = (searched + feed + 1, true);
                return;
            }

            searched = _end - _start;
            if (_atEnd)
            {
                (_peeked, EndedWithNewline) = (searched, searched == 0 && EndedWithNewline);
                return;
            }

            Fill();
        }
    }

    private void Fill()
    {
        int kept = _end - _start;
        if (kept > MaxLine)
        {
            throw new InvalidFileException(
                new(_path) { Line = Line + 1 }, $"a line longer than {MaxLine} bytes", "lines of text",
                "this is no text file");
        }

        byte[] target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);
        int read = _stream.Read(_buffer.AsSpan(kept));
        _end += read;
        _atEnd = read == 0;
    }
}
