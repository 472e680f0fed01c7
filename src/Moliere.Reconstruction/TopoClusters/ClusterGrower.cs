using Moliere.Data.Geometry;
using Moliere.Numerics.Kernels;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Grows clusters from seeds: every connected set of cells above the growth threshold that holds a seed is one cluster;
/// a weaker neighbour joins the cluster of its most significant clustered neighbour (ties: lower cell index) and stops.
/// </summary>
/// <remarks>
/// Seeds are taken by decreasing |significance|, which numbers the clusters; because sets that meet merge, the cells
/// of a cluster depend on the signals only. Scratch is reused from event to event: one instance per worker.
/// </remarks>
/// <source>arXiv:1603.02934 section 3.1.</source>
internal sealed class ClusterGrower
{
    private readonly CellNeighbours _neighbours;
    private readonly float[] _inverseNoise;
    private readonly float _seed, _growth, _boundary;
    private readonly float[] _significance;
    private readonly int[] _anchor;
    private readonly List<ulong> _seeds = [];
    private readonly List<int> _grown = [];
    private readonly List<int> _attached = [];
    private readonly List<int> _offsets = [0];
    private readonly int[] _cells, _clustered;

    public ClusterGrower(CellNeighbours neighbours, ReadOnlySpan<float> noise, TopoClusterOptions options)
    {
        _neighbours = neighbours;
        (_seed, _growth) = ((float)options.SeedThreshold, (float)options.GrowthThreshold);
        _boundary = (float)options.BoundaryThreshold;
        _inverseNoise = new float[noise.Length];
        for (int cell = 0; cell < noise.Length; cell++)
        {
            _inverseNoise[cell] = 1 / noise[cell];
        }

        _significance = new float[noise.Length];
        (_cells, _clustered) = (new int[noise.Length], new int[noise.Length]);
        (_anchor, ClusterOf) = (new int[noise.Length], new int[noise.Length]);
        _anchor.AsSpan().Fill(-1);
        ClusterOf.AsSpan().Fill(-1);
    }

    /// <summary>Cluster of each cell of the event last grown, -1 for none.</summary>
    public int[] ClusterOf { get; }

    /// <summary>Number of clusters of the event last grown.</summary>
    public int Count => _offsets.Count - 1;

    /// <summary>Number of cells above the seed threshold in the event last grown.</summary>
    public int SeedCount => _seeds.Count;

    /// <summary>Cells of one cluster, ascending; valid until the next event.</summary>
    public ReadOnlySpan<int> CellsOf(int cluster) =>
        _cells.AsSpan(_offsets[cluster], _offsets[cluster + 1] - _offsets[cluster]);

    /// <summary>Clusters the signals of one event.</summary>
    public void Grow(ReadOnlySpan<float> energy)
    {
        Forget();
        FindSeeds(energy);
        int count = 0;
        foreach (ulong key in _seeds)
        {
            int cell = (int)(uint)key;
            if (ClusterOf[cell] < 0)
            {
                GrowFrom(cell, count++);
            }
        }

        AttachBoundary();
        ListCells(count);
    }

    private void Forget()
    {
        foreach (int cell in _grown)
        {
            ClusterOf[cell] = -1;
        }

        foreach (int cell in _attached)
        {
            (ClusterOf[cell], _anchor[cell]) = (-1, -1);
        }

        _seeds.Clear();
        _grown.Clear();
        _attached.Clear();
    }

    // Positive floats order like their bits: the inverted bits above the cell index sort by falling significance.
    private void FindSeeds(ReadOnlySpan<float> energy)
    {
        int count = ScaledMagnitudes.Collect(energy, _inverseNoise, _seed, _significance, _clustered);
        foreach (int cell in _clustered.AsSpan(0, count))
        {
            _seeds.Add(((ulong)~BitConverter.SingleToUInt32Bits(_significance[cell]) << 32) | (uint)cell);
        }

        _seeds.Sort();
    }

    private void GrowFrom(int seed, int cluster)
    {
        int next = _grown.Count;
        ClusterOf[seed] = cluster;
        _grown.Add(seed);
        while (next < _grown.Count)
        {
            foreach (int cell in _neighbours.Of(_grown[next++]))
            {
                if (_significance[cell] > _growth && ClusterOf[cell] < 0)
                {
                    ClusterOf[cell] = cluster;
                    _grown.Add(cell);
                }
            }
        }
    }

    private void AttachBoundary()
    {
        foreach (int grown in _grown)
        {
            foreach (int cell in _neighbours.Of(grown))
            {
                if (ClusterOf[cell] < 0 && _significance[cell] > _boundary)
                {
                    Anchor(cell, grown);
                }
            }
        }

        foreach (int cell in _attached)
        {
            ClusterOf[cell] = ClusterOf[_anchor[cell]];
        }
    }

    private void Anchor(int cell, int grown)
    {
        int old = _anchor[cell];
        if (old < 0)
        {
            _attached.Add(cell);
        }

        float ours = _significance[grown], theirs = old < 0 ? -1 : _significance[old];
        if (ours > theirs || (ours == theirs && grown < old))
        {
            _anchor[cell] = grown;
        }
    }

    // One pass over all cells in order of index sorts the cells of every cluster at once. Whether a cell is clustered
    // is as good as random: counting without a branch costs a fraction of the branch mispredicted.
    private void ListCells(int count)
    {
        int[] clusterOf = ClusterOf, clustered = _clustered;
        int length = 0;
        for (int cell = 0; cell < clusterOf.Length; cell++)
        {
            clustered[length] = cell;
            length += (int)((uint)~clusterOf[cell] >> 31);
        }

        var ends = new int[count + 1];
        foreach (int cell in clustered.AsSpan(0, length))
        {
            ends[clusterOf[cell] + 1]++;
        }

        _offsets.Clear();
        _offsets.Add(0);
        for (int cluster = 0; cluster < count; cluster++)
        {
            _offsets.Add(_offsets[cluster] + ends[cluster + 1]);
            ends[cluster] = _offsets[cluster];
        }

        foreach (int cell in clustered.AsSpan(0, length))
        {
            _cells[ends[clusterOf[cell]]++] = cell;
        }
    }
}
