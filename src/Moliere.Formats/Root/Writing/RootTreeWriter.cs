using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>
/// A TTree that grows chunk by chunk: entries wait until a cluster is full, then all branches are cut into baskets and
/// packed, so that the memory does not grow with the tree. Its own record comes with the completion of the file.
/// </summary>
public sealed class RootTreeWriter
{
    private readonly RecordFile _file;
    private readonly RootTreeOptions _options;
    private readonly IReadOnlyList<RootBranchSpec> _specs;
    private readonly TreeBranches _branches;
    private readonly ClusterRanges _clusters = new();
    private long _waitingBytes;
    private long _waitingEntries;

    internal RootTreeWriter(
        RecordFile file, DirectoryRecord directory, RecordKey key, IReadOnlyList<RootBranchSpec> specs,
        RootTreeOptions options)
    {
        (_file, _options, _specs, Directory, Key) = (file, options, specs, directory, key);
        _branches = new(specs, key, file.Compression);
    }

    /// <summary>Name inside its directory.</summary>
    public string Name => Key.Name;

    /// <summary>Entries taken so far.</summary>
    public long EntryCount { get; private set; }

    internal DirectoryRecord Directory { get; }

    internal RecordKey Key { get; }

    internal IReadOnlyList<BranchWriter> Branches => _branches.All;

    internal ClusterRanges Clusters => _clusters;

    /// <summary>Takes the next entries.</summary>
    /// <param name="columns">
    /// One array per branch in the order in which they were declared, all of one length: numbers for single values,
    /// lists for arrays, counted lists and vectors, texts for texts. Nothing of them is kept.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer arrays than branches, lengths differ, or an array is not what its branch holds.
    /// </exception>
    /// <exception cref="Bytes.InvalidFileException">The file cannot be written.</exception>
    public void Append(IReadOnlyList<RootArray> columns)
    {
        int count = RequireLengths(columns);
        IReadOnlyList<RootArray> arrays = _branches.Arrange(columns);
        for (int first = 0; first < count;)
        {
            int taken = EntriesThatFit(arrays, first, count - first);
            Parallel.For(0, arrays.Count, Threads(), i => Branches[i].Add(arrays[i], first, taken));
            _waitingBytes += Size(arrays, first, taken);
            _waitingEntries += taken;
            EntryCount += taken;
            first += taken;
            if (_waitingBytes >= _options.ClusterBytes)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes the baskets of all waiting entries.</summary>
    internal void Flush()
    {
        if (_waitingEntries == 0)
        {
            return;
        }

        Parallel.For(0, Branches.Count, Threads(), i => Branches[i].Pack(_options.BasketBytes));
        foreach (BranchWriter branch in Branches)
        {
            branch.Flush(_file);
        }

        _clusters.Add(_waitingEntries);
        (_waitingBytes, _waitingEntries) = (0, 0);
    }

    private ParallelOptions Threads() => new() { MaxDegreeOfParallelism = Math.Max(1, _options.Threads) };

    private int RequireLengths(IReadOnlyList<RootArray> columns)
    {
        if (columns.Count != _specs.Count)
        {
            throw new ArgumentException(
                $"Tree '{Name}' has {_specs.Count} branches; {columns.Count} arrays were given.", nameof(columns));
        }

        for (int i = 1; i < columns.Count; i++)
        {
            if (columns[i].Length != columns[0].Length)
            {
                throw new ArgumentException(
                    $"Branches of tree '{Name}' need equal lengths: '{_specs[0].Name}' has {columns[0].Length} "
                    + $"entries, '{_specs[i].Name}' has {columns[i].Length}.", nameof(columns));
            }
        }

        return columns.Count == 0 ? 0 : columns[0].Length;
    }

    // The entry that fills the cluster is its last, wherever chunks end; found by halving, as sizes only grow.
    private int EntriesThatFit(IReadOnlyList<RootArray> arrays, int first, int count)
    {
        long room = _options.ClusterBytes - _waitingBytes;
        int low = 1, high = count;
        while (low < high)
        {
            int middle = (int)(((long)low + high) / 2);
            (low, high) = Size(arrays, first, middle) >= room ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private long Size(IReadOnlyList<RootArray> arrays, int first, int count)
    {
        long sum = 0;
        for (int i = 0; i < arrays.Count; i++)
        {
            sum += Branches[i].Size(arrays[i], first, count);
        }

        return sum;
    }
}
