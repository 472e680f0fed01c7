namespace Moliere.Cli.Runs;

/// <summary>In which state a run folder was found.</summary>
internal enum RunFolderState
{
    /// <summary>Nothing was there, or what was there will be replaced.</summary>
    Fresh,

    /// <summary>An unfinished run of the same identity was there and is continued.</summary>
    Resumed,

    /// <summary>A finished run of the same identity is there; there is nothing to do.</summary>
    Finished,
}

/// <summary>
/// The folder of one run. It is filled under the name <c>NAME.partial</c> and gets its own name when it is complete, so
/// earlier results are untouched until then and an interrupted run can be continued. Every file in it is written in one
/// step.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string _final;
    private readonly RunLock _lock;

    internal RunFolder(string final, RunFolderState state, RunLock runLock)
    {
        _final = final;
        _lock = runLock;
        State = state;
    }

    /// <summary>In which state the folder was found.</summary>
    public RunFolderState State { get; }

    /// <summary>The name the folder has once the run is complete.</summary>
    public string FinalPath => _final;

    /// <summary>Where the files are now.</summary>
    public string CurrentPath => State == RunFolderState.Finished ? _final : PartialOf(_final);

    /// <summary>The name under which an unfinished run is kept.</summary>
    /// <param name="final">The final path.</param>
    public static string PartialOf(string final) => $"{final}.partial";

    /// <summary>The path of a file inside the folder as it is now; the folders above it are made.</summary>
    /// <param name="relative">For instance <c>tables/clusters.csv</c>.</param>
    public string PathOf(string relative)
    {
        string path = Path.Combine(CurrentPath, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>True if that file is there, for a run that continues.</summary>
    /// <param name="relative">For instance <c>models/mdn.model</c>.</param>
    public bool Has(string relative) => File.Exists(Path.Combine(CurrentPath, relative));

    /// <summary>Writes a text file in one step.</summary>
    /// <param name="relative">For instance <c>metrics.json</c>.</param>
    /// <param name="text">The whole content.</param>
    public void WriteText(string relative, string text) => AtomicFile.WriteText(PathOf(relative), text);

    /// <summary>Writes a file through a stream in one step.</summary>
    /// <param name="relative">For instance <c>models/mdn.model</c>.</param>
    /// <param name="write">Writes the whole content.</param>
    public void Write(string relative, Action<Stream> write) => AtomicFile.Write(PathOf(relative), write);

    /// <summary>Removes a folder inside, with all it holds; one that is not there is no error.</summary>
    /// <param name="relative">For instance <c>checkpoints</c>.</param>
    public void Remove(string relative)
    {
        string path = Path.Combine(CurrentPath, relative);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Removes the unfinished run; a finished one of the same name stays.</summary>
    public void Discard() => Directory.Delete(PartialOf(_final), recursive: true);

    /// <summary>Gives the folder its final name; a run that was there is removed only after that.</summary>
    /// <exception cref="InvalidOperationException">The run was complete before.</exception>
    public void Complete()
    {
        if (State == RunFolderState.Finished)
        {
            throw new InvalidOperationException("The run is complete.");
        }

        string replaced = RunFolderOpening.ReplacedOf(_final);
        if (Directory.Exists(_final))
        {
            Directory.Move(_final, replaced);
        }

        Directory.Move(PartialOf(_final), _final);
        if (Directory.Exists(replaced))
        {
            Directory.Delete(replaced, recursive: true);
        }
    }

    /// <summary>Lets other processes in; an unfinished run stays under its partial name.</summary>
    public void Dispose() => _lock.Dispose();
}
