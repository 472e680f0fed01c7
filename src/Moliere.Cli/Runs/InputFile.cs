using System.Security.Cryptography;

namespace Moliere.Cli.Runs;

/// <summary>One input of a run as provenance records it.</summary>
/// <param name="Path">As the user gave it.</param>
/// <param name="Bytes">Size; of a folder, of all its files together.</param>
/// <param name="Sha256">Hash of the content, lower-case hexadecimal.</param>
internal sealed record InputFile(string Path, long Bytes, string Sha256)
{
    /// <summary>Hashes a file, or a folder as the sorted list of its files' names and hashes.</summary>
    /// <param name="path">A file or a finished run folder.</param>
    /// <exception cref="RefusalException">There is nothing of that name, or it cannot be read.</exception>
    public static InputFile Of(string path)
    {
        try
        {
            return Directory.Exists(path) ? OfFolder(path) : OfFile(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(ExitCode.BadData, $"The input '{path}' does not exist; check the path.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(
                ExitCode.Environment, $"The input '{path}' cannot be read: {error.Message.TrimEnd('.')}.");
        }
    }

    private static InputFile OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return new InputFile(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static InputFile OfFolder(string path)
    {
        string[] names = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(path, file)).Order(StringComparer.Ordinal)];
        InputFile[] files = [.. names.Select(name => OfFile(System.IO.Path.Combine(path, name)))];
        string list = string.Concat(names.Zip(files, (name, file) => $"{name}\n{file.Sha256}\n"));
        byte[] hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(list));
        return new InputFile(path, files.Sum(file => file.Bytes), Convert.ToHexStringLower(hash));
    }
}
