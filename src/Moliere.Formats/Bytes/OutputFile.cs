namespace Moliere.Formats.Bytes;

/// <summary>Writes files so that an interruption leaves either the old file or the new one, never half.</summary>
public static class OutputFile
{
    /// <summary>
    /// Writes to "name.partial" beside the target, flushes it to the disk, and renames it. On failure the partial file
    /// is removed.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="write">Writes the content from the start.</param>
    /// <exception cref="InvalidFileException">It cannot be written: no folder, no permission, disk full.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        try
        {
            RequireNoDirectory(path);
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw NotWritable(path, error);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    internal static void RequireNoDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidFileException(
                new(path), "a directory", "the name of a file to write", "choose another name");
        }
    }

    internal static InvalidFileException NotWritable(string path, Exception error) =>
        error is DirectoryNotFoundException
        ? new(new(path), "no folder to write into", "an existing one", "make it first", error)
        : new(
            new(path), $"a file that cannot be written ({error.Message.TrimEnd('.')})", "a writable place with room",
            "check its permissions and the free space of the disk", error);

    internal static void TryDelete(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The error that led here says more than one about cleaning up.
        }
    }
}
