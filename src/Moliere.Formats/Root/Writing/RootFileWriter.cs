using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root.Histograms;

namespace Moliere.Formats.Root.Writing;

/// <summary>
/// A ROOT file that grows while it is written. Until <see cref="Complete"/> it is "name.partial" beside the target;
/// disposed of before, nothing stays. Equal contents under one file name give equal bytes: dates and identifiers are
/// fixed. Positions take 8 bytes from 2 GB on.
/// </summary>
/// <source>ROOT, "TFile format" of the TFile documentation.</source>
public sealed class RootFileWriter : IDisposable
{
    private readonly RecordFile _file;
    private readonly string _name;
    private readonly DirectoryRecord _root;
    private readonly Dictionary<string, DirectoryRecord> _directories = new(StringComparer.Ordinal);
    private readonly List<RootTreeWriter> _trees = [];
    private readonly SortedSet<string> _classes = new(StringComparer.Ordinal);

    /// <summary>Begins a file.</summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="compression">How records are packed; <see cref="RootCompression.Default"/> if null.</param>
    /// <exception cref="InvalidFileException">It cannot be written, or the library that packs is missing.</exception>
    public RootFileWriter(string path, RootCompression? compression = null)
        : this(Begin(path, compression ?? RootCompression.Default))
    {
    }

    internal RootFileWriter(RecordFile file)
    {
        (_file, _name) = (file, Path.GetFileName(file.Path));
        _root = DirectoryRecord.Root(file, _name);
    }

    /// <summary>Bytes written so far.</summary>
    public long Length => _file.End;

    /// <summary>Begins a tree; several can grow at the same time.</summary>
    /// <param name="name">Name, behind the directories it is in: <c>dir/events</c>.</param>
    /// <param name="title">Any text; may be empty.</param>
    /// <param name="branches">Branches in order; those that count may be left out.</param>
    /// <param name="options">Sizes of baskets and clusters.</param>
    /// <exception cref="ArgumentException">A name, shape or counter cannot be, or a name stands twice.</exception>
    public RootTreeWriter Tree(
        string name, string title, IReadOnlyList<RootBranchSpec> branches, RootTreeOptions? options = null)
    {
        (DirectoryRecord directory, string own) = Locate(name);
        SpecRules.RequireName(own, "tree");
        RecordKey key = directory.NextKey("TTree", own, title);
        var tree = new RootTreeWriter(_file, directory, key, branches, options ?? new());
        _trees.Add(tree);
        return tree;
    }

    /// <summary>Writes a histogram or profile at once, under its name.</summary>
    /// <param name="histogram">Written as its class says; contents are rounded where that has floats.</param>
    /// <param name="directory">Directories to put it in, such as <c>plots/jets</c>; empty for the top.</param>
    /// <exception cref="ArgumentException">Its class is none of those written, or its numbers do not fit.</exception>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public void Write(RootHistogram histogram, string directory = "")
    {
        HistogramClass form = HistogramRules.Require(histogram);
        Write(
            directory, new(histogram.ClassName, histogram.Name, histogram.Title),
            to => HistogramRecord.Write(to, histogram, form));
    }

    /// <summary>Writes a graph at once, under its name.</summary>
    /// <param name="graph">Written as its class says.</param>
    /// <param name="directory">Directories to put it in, such as <c>plots/jets</c>; empty for the top.</param>
    /// <exception cref="ArgumentException">Its class is none of those written, or lengths differ.</exception>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public void Write(RootGraph graph, string directory = "")
    {
        HistogramRules.Require(graph);
        Write(directory, new(graph.ClassName, graph.Name, graph.Title), to => GraphRecord.Write(to, graph));
    }

    /// <summary>Writes what is open, the lists of names and the header, and gives the file its name.</summary>
    /// <exception cref="InvalidFileException">It cannot be written.</exception>
    public void Complete()
    {
        foreach (RootTreeWriter tree in _trees)
        {
            tree.Flush();
            tree.Directory.List(TreeRecord.Write(_file, tree));
            _classes.UnionWith(TreeRecord.Classes(tree));
        }

        RecordKey streamers = LayoutRecord.Write(_file, _classes);
        foreach (DirectoryRecord directory in _directories.Values)
        {
            directory.Complete();
        }

        _root.Complete();
        FileHeader.Complete(_file, _root, _name, streamers);
        _file.Complete();
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose() => _file.Dispose();

    private void Write(string directory, RecordKey names, Action<ObjectBuffer> write)
    {
        (DirectoryRecord place, string own) = Locate(directory.Length == 0 ? names.Name : $"{directory}/{names.Name}");
        SpecRules.RequireName(own, "histogram or graph");
        RecordKey key = _file.Place(place.NextKey(names.ClassName, own, names.Title));
        var buffer = new ObjectBuffer(key.Size);
        write(buffer);
        place.List(_file.Append(key, buffer.Bytes.Span));
        _classes.Add(names.ClassName);
        _classes.Add("TObjString"); // Labels of axes.
    }

    // A missing library is said here, not by the thread that first packs a basket.
    private static RecordFile Begin(string path, RootCompression compression)
    {
        if (compression.Codec is { } codec)
        {
            Packing.Require(codec, new(path));
        }

        return new(path, compression);
    }

    // Directories are made where a name first needs them.
    private (DirectoryRecord Directory, string Name) Locate(string path)
    {
        string[] parts = path.Split('/');
        DirectoryRecord directory = _root;
        for (int depth = 1; depth < parts.Length; depth++)
        {
            string inside = string.Join('/', parts[..depth]);
            if (!_directories.TryGetValue(inside, out DirectoryRecord? next))
            {
                SpecRules.RequireName(parts[depth - 1], "directory");
                next = directory.Add(parts[depth - 1]);
                _directories.Add(inside, next);
            }

            directory = next;
        }

        return (directory, parts[^1]);
    }
}
