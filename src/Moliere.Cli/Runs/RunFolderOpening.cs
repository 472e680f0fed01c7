namespace Moliere.Cli.Runs;

/// <summary>
/// Decides whether a run may use a folder: begin in it, continue in it, find its work done, or keep out.
/// </summary>
internal static class RunFolderOpening
{
    /// <summary>Opens the folder of a run.</summary>
    /// <param name="path">Final path; need not exist.</param>
    /// <param name="provenance">The run that wants to begin.</param>
    /// <param name="force">Whether another run there may be replaced once this one is complete.</param>
    /// <exception cref="RefusalException">
    /// The folder holds another run (without <paramref name="force"/>), something that is no run (always), is in
    /// use, or
    /// cannot be written.
    /// </exception>
    public static RunFolder Open(string path, Provenance provenance, bool force)
    {
        string final = Path.TrimEndingDirectorySeparator(path);
        RunLock? runLock = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(final)) ?? final);
            runLock = RunLock.Take(final);
            return new RunFolder(final, Prepare(final, provenance, force), runLock);
        }
        catch (Exception error)
        {
            runLock?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
            {
                string reason = error.Message.TrimEnd('.');
                throw new RefusalException(ExitCode.Environment,
                    $"The run folder '{final}' cannot be written: {reason}. Choose a writable folder with --out.");
            }

            throw;
        }
    }

    /// <summary>The name of the old run during the instant in which the new one takes its place.</summary>
    /// <param name="final">The final path.</param>
    public static string ReplacedOf(string final) => $"{final}.replaced";

    private static RunFolderState Prepare(string final, Provenance provenance, bool force)
    {
        Restore(final);
        if (CheckFinal(final, provenance, force))
        {
            return RunFolderState.Finished;
        }

        string partial = RunFolder.PartialOf(final);
        if (CheckPartial(partial, provenance, force))
        {
            return RunFolderState.Resumed;
        }

        Directory.CreateDirectory(partial);
        provenance.Write(partial);
        return RunFolderState.Fresh;
    }

    // A process that died between the two renames of Complete leaves the old run under this name.
    private static void Restore(string final)
    {
        string replaced = ReplacedOf(final);
        if (Directory.Exists(replaced) && !Directory.Exists(final))
        {
            Directory.Move(replaced, final);
        }
        else if (Directory.Exists(replaced) && Provenance.TryRead(replaced) is not null)
        {
            Directory.Delete(replaced, recursive: true);
        }
    }

    // True if the work is done already.
    private static bool CheckFinal(string final, Provenance wanted, bool force)
    {
        if (File.Exists(final))
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{final}' is a file, expected a folder; choose another --out.");
        }

        if (!Directory.Exists(final) || !Directory.EnumerateFileSystemEntries(final).Any())
        {
            return false;
        }

        Provenance found = Provenance.TryRead(final) ?? throw new RefusalException(
            ExitCode.Usage,
            $"'{final}' holds files that are not a run and will not be replaced; choose another --out.");
        if (force)
        {
            return false;
        }

        return found.Fingerprint == wanted.Fingerprint
            ? true
            : throw new RefusalException(ExitCode.Usage, $"'{final}' holds another run ({Difference(found, wanted)}); "
                + "choose another folder with --out, or replace it with --force.");
    }

    // True if the unfinished run can be continued.
    private static bool CheckPartial(string partial, Provenance wanted, bool force)
    {
        // A folder without even provenance is what a process leaves that dies while it begins.
        if (!Directory.Exists(partial) || Directory.EnumerateFileSystemEntries(partial).All(IsTemporary))
        {
            return false;
        }

        Provenance? found = Provenance.TryRead(partial);
        if (found?.Fingerprint == wanted.Fingerprint)
        {
            return true;
        }

        if (found is null)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{partial}' holds files that are not a run; choose another --out.");
        }

        if (!force)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{partial}' holds another unfinished run ({Difference(found, wanted)}); "
                + "choose another folder with --out, or discard it with --force.");
        }

        Directory.Delete(partial, recursive: true);
        return false;
    }

    private static bool IsTemporary(string path) => path.EndsWith(".tmp", StringComparison.Ordinal);

    private static string Difference(Provenance found, Provenance wanted)
    {
        if (found.Verb != wanted.Verb || found.Study != wanted.Study)
        {
            return $"'{found.Verb} {found.Study}'";
        }

        return found.Version != wanted.Version ? $"of version {found.Version}"
            : found.Inputs.Select(input => input.Sha256).SequenceEqual(wanted.Inputs.Select(input => input.Sha256))
            ? "of another recipe" : "of another input";
    }
}
