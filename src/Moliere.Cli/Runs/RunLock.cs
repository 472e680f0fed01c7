namespace Moliere.Cli.Runs;

/// <summary>Keeps a second process from writing the same run; ends with the process, however that ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a run folder.</summary>
    /// <param name="folder">
    /// Final path of the folder; the lock lies beside it, so that the folder can be renamed.
    /// </param>
    /// <exception cref="RefusalException">Another process holds it.</exception>
    public static RunLock Take(string folder)
    {
        string path = $"{folder}.lock";
        try
        {
            return new RunLock(new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(
                ExitCode.Environment,
                $"The folder '{folder}' cannot be made there; choose another place with --out.");
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"Another process is writing '{folder}'; wait for it or choose another folder with --out.");
        }
    }

    /// <summary>Releases the lock and removes its file.</summary>
    public void Dispose() => _file.Dispose();
}
