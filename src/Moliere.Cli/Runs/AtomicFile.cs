namespace Moliere.Cli.Runs;

/// <summary>Writes files that are either complete or absent, whatever interrupts the program.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a text file; a file of that name is replaced in one step.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="text">Written as UTF-8 without a byte-order mark.</param>
    /// <exception cref="IOException">The disk is full or refuses; the old file is then untouched.</exception>
    public static void WriteText(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(text);
    });

    /// <summary>Writes a file through a stream; a file of that name is replaced in one step.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the whole content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.tmp";
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                write(stream);
                // Without it a power cut after the rename may leave an empty file under the final name.
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
