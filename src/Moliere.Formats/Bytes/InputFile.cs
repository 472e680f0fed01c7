namespace Moliere.Formats.Bytes;

/// <summary>Opens input files, plain or gzip, and turns every failure into a sentence for the user.</summary>
public static class InputFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>
    /// Opens a file for reading from its start. Gzip is recognised by its first two bytes, whatever the file is called,
    /// and decompressed on the fly; several gzip members behind each other read as one.
    /// </summary>
    /// <param name="path">A file that exists and is not empty.</param>
    /// <exception cref="InvalidFileException">
    /// The file is missing, a directory, unreadable or empty; while reading, the gzip data are corrupt or end too
    /// early.
    /// </exception>
    public static Stream Open(string path)
    {
        FileStream file = OpenRaw(path);
        try
        {
            var magic = new byte[2];
            int read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
            if (read == 0)
            {
                throw new InvalidFileException(
                    new(path), "an empty file", "data", "the program that should have written it did not finish");
            }

            file.Position = 0;

            // RFC 1952 section 2.3.1: every gzip member begins with 1F 8B.
            return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new GzipInput(path, file) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static FileStream OpenRaw(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidFileException(new(path), "a directory", "a file", "name one of the files in it");
        }

        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidFileException(new(path), "no such file", "an existing file", Suggestion(path), error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new InvalidFileException(
                new(path), $"a file that cannot be opened ({error.Message.TrimEnd('.')})", "a readable file",
                "check its permissions", error);
        }
    }

    private static string Suggestion(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        if (!Directory.Exists(folder))
        {
            return $"its folder '{folder}' does not exist either";
        }

        // Sorted, because the order in which a file system lists its files is not defined.
        IEnumerable<string> names = Directory.EnumerateFiles(folder)
            .Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
        string[] near = Data.NearestName.Of(Path.GetFileName(path), names, 3);
        return near.Length == 0
            ? $"its folder '{folder}' holds no files"
            : $"the nearest names in its folder are {string.Join(", ", near.Select(name => $"'{name}'"))}";
    }
}
