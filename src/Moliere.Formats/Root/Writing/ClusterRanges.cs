namespace Moliere.Formats.Root.Writing;

/// <summary>Clusters of a tree: entries whose baskets all end together, as runs of clusters of one size.</summary>
/// <source>ROOT, TTree::MarkEventCluster and TTree::TClusterIterator.</source>
internal sealed class ClusterRanges
{
    private readonly List<(long Last, long Size)> _ranges = [];
    private long _end;
    private long _endBefore;
    private long _size;

    /// <summary>Last entry of each run and the clusters' size in it, but for the last run.</summary>
    public IReadOnlyList<(long Last, long Size)> Ranges => _ranges;

    /// <summary>Entries of a cluster in the last run.</summary>
    public long LastSize => _size;

    /// <summary>Adds a cluster of so many entries.</summary>
    public void Add(long entries)
    {
        // A run goes on with clusters of its size; a shorter one ends the file or begins a run of its own.
        if (_size != 0 && entries != _size)
        {
            _ranges.Add((_end - 1, _size));
        }

        (_endBefore, _end, _size) = (_end, _end + entries, entries);
    }

    /// <summary>Lets a shorter last cluster end its run, so that equal clusters need no ranges at all.</summary>
    public void Complete()
    {
        if (_ranges.Count > 0 && _ranges[^1].Last == _endBefore - 1 && _size < _ranges[^1].Size)
        {
            _size = _ranges[^1].Size;
            _ranges.RemoveAt(_ranges.Count - 1);
        }
    }
}
