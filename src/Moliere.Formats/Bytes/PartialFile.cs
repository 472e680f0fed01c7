namespace Moliere.Formats.Bytes;

/// <summary>
/// A file that grows while it is written and is there under its name only once complete: until then it is
/// "name.partial" beside it, as with <see cref="OutputFile"/>.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private bool _isComplete;

    public PartialFile(string path)
    {
        _path = path;
        OutputFile.RequireNoDirectory(path);
        try
        {
            _stream = new FileStream(Partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OutputFile.NotWritable(path, error);
        }
    }

    private string Partial => _path + ".partial";

    /// <summary>Writes bytes at a position; a gap before them reads as zeros.</summary>
    public void Write(long position, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (_stream.Position != position)
            {
                _stream.Position = position;
            }

            _stream.Write(bytes);
        }
        catch (IOException error)
        {
            throw OutputFile.NotWritable(_path, error);
        }
    }

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    public void Complete()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            File.Move(Partial, _path, overwrite: true);
            _isComplete = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.NotWritable(_path, error);
        }
    }

    /// <summary>Removes the partial file of what was not completed.</summary>
    public void Dispose()
    {
        if (_isComplete)
        {
            return;
        }

        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // Bytes that no disk took: the partial file goes anyhow.
        }

        OutputFile.TryDelete(Partial);
    }
}
