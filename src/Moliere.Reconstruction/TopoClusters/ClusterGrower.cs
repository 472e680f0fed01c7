using System.Numerics;
using Moliere.Data.Geometry;
using Moliere.Numerics.Kernels;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Grows clusters from seeds: every connected set of cells above the growth threshold that holds a seed is one cluster;
/// a weaker neighbour joins the cluster of its most significant clustered neighbour (ties: lower cell index) and stops.
/// </summary>
/// <remarks>
/// Seeds are taken by decreasing |significance|, which numbers the clusters; because sets that meet merge, the cells
/// of a cluster depend on the signals only. For the same reason the clusters of some seeds can be grown without the
/// rest of the event: all they need of it are the clusters that compete for their boundary, grown on demand. Scratch
/// is reused from event to event: one instance per worker.
/// </remarks>
/// <source>arXiv:1603.02934 section 3.1.</source>
internal sealed class ClusterGrower
{
    private const int Free = -1, Seedless = -2;

    private readonly CellNeighbours _neighbours;
    private readonly float[] _inverseNoise;
    private readonly float _seed, _growth, _boundary;
    private readonly float[] _magnitudes;
    private readonly int[] _found, _cells, _anchor;
    private readonly ulong[] _marks;
    private readonly List<ulong> _seeds = [];
    private readonly List<int> _grown = [], _attached = [], _islands = [];
    private readonly List<int> _offsets = [0];

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

        _magnitudes = new float[noise.Length];
        (_found, _cells, _marks) = (new int[noise.Length], new int[noise.Length], new ulong[(noise.Length + 63) / 64]);
        (_anchor, ClusterOf) = (new int[noise.Length], new int[noise.Length]);
        _anchor.AsSpan().Fill(Free);
        ClusterOf.AsSpan().Fill(Free);
    }

    /// <summary>
    /// Cluster of each cell of the event last grown, -1 for none. Beside the clusters of the seeds wanted, those that
    /// compete with them have numbers from <see cref="Count"/> on.
    /// </summary>
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
        int found = ScaledMagnitudes.Collect(energy, _inverseNoise, _seed, _magnitudes, _found);
        foreach (int cell in _found.AsSpan(0, found))
        {
            AddSeed(cell, _magnitudes[cell]);
        }

        int count = GrowSeeds(energy);
        AnchorAround(0, energy);
        Attach();
        ListCells(count);
    }

    /// <summary>
    /// Grows the clusters that have a seed in some cells; these clusters are those of the whole event to the last cell.
    /// </summary>
    /// <param name="energy">Signals of the whole event.</param>
    /// <param name="runs">Where seeds are taken: first cell and number of cells; runs may overlap.</param>
    public void GrowWithin(ReadOnlySpan<float> energy, IReadOnlyList<(int First, int Length)> runs)
    {
        Forget();
        for (int r = 0; r < runs.Count; r++)
        {
            AddSeeds(energy, runs[r].First, runs[r].First + runs[r].Length);
        }

        int count = GrowSeeds(energy), ours = _grown.Count;
        AnchorAround(0, energy);
        GrowCompetitors(count, energy);
        AnchorAgain(ours, energy);
        Attach();
        ListCells(count);
        foreach (int cell in _islands)
        {
            ClusterOf[cell] = Free;
        }
    }

    private void Forget()
    {
        foreach (int cell in _grown)
        {
            ClusterOf[cell] = Free;
        }

        foreach (int cell in _attached)
        {
            (ClusterOf[cell], _anchor[cell]) = (Free, Free);
        }

        _seeds.Clear();
        _grown.Clear();
        _attached.Clear();
        _islands.Clear();
    }

    private float SignificanceOf(int cell, ReadOnlySpan<float> energy) => Math.Abs(energy[cell]) * _inverseNoise[cell];

    private void AddSeeds(ReadOnlySpan<float> energy, int first, int end)
    {
        for (int cell = first; cell < end; cell++)
        {
            float significance = SignificanceOf(cell, energy);
            if (significance > _seed)
            {
                AddSeed(cell, significance);
            }
        }
    }

    // Positive floats order like their bits: the inverted bits above the cell index sort by falling significance.
    private void AddSeed(int cell, float significance) =>
        _seeds.Add(((ulong)~BitConverter.SingleToUInt32Bits(significance) << 32) | (uint)cell);

    private int GrowSeeds(ReadOnlySpan<float> energy)
    {
        int count = 0;
        _seeds.Sort();
        foreach (ulong key in _seeds)
        {
            int cell = (int)(uint)key;
            if (ClusterOf[cell] < 0)
            {
                GrowFrom(cell, count++, energy);
            }
        }

        return count;
    }

    private void GrowFrom(int seed, int cluster, ReadOnlySpan<float> energy)
    {
        int next = _grown.Count;
        ClusterOf[seed] = cluster;
        _grown.Add(seed);
        while (next < _grown.Count)
        {
            foreach (int cell in _neighbours.Of(_grown[next++]))
            {
                if (ClusterOf[cell] < 0 && SignificanceOf(cell, energy) > _growth)
                {
                    ClusterOf[cell] = cluster;
                    _grown.Add(cell);
                }
            }
        }
    }

    private void AnchorAround(int first, ReadOnlySpan<float> energy)
    {
        for (int i = first; i < _grown.Count; i++)
        {
            int grown = _grown[i];
            float significance = SignificanceOf(grown, energy);
            foreach (int cell in _neighbours.Of(grown))
            {
                if (ClusterOf[cell] < 0 && SignificanceOf(cell, energy) > _boundary)
                {
                    Anchor(cell, grown, significance, energy);
                }
            }
        }
    }

    private void Anchor(int cell, int grown, float significance, ReadOnlySpan<float> energy)
    {
        int old = _anchor[cell];
        if (old < 0)
        {
            _attached.Add(cell);
        }

        float theirs = old < 0 ? -1 : SignificanceOf(old, energy);
        if (significance > theirs || (significance == theirs && grown < old))
        {
            _anchor[cell] = grown;
        }
    }

    // Whoever takes a boundary cell away has a cell beside it that beats its anchor, and a seed somewhere.
    private void GrowCompetitors(int count, ReadOnlySpan<float> energy)
    {
        int next = count;
        foreach (int boundary in _attached)
        {
            float least = SignificanceOf(_anchor[boundary], energy);
            foreach (int cell in _neighbours.Of(boundary))
            {
                if (ClusterOf[cell] == Free && SignificanceOf(cell, energy) >= least)
                {
                    next += GrowCompetitor(cell, next, energy) ? 1 : 0;
                }
            }
        }
    }

    private bool GrowCompetitor(int start, int cluster, ReadOnlySpan<float> energy)
    {
        int first = _grown.Count;
        GrowFrom(start, cluster, energy);
        for (int i = first; i < _grown.Count; i++)
        {
            if (SignificanceOf(_grown[i], energy) > _seed)
            {
                return true;
            }
        }

        for (int i = first; i < _grown.Count; i++)
        {
            ClusterOf[_grown[i]] = Seedless;
            _islands.Add(_grown[i]);
        }

        _grown.RemoveRange(first, _grown.Count - first);
        return false;
    }

    // Competitors get the boundary cells they deserve of those that are contested; their others do not matter.
    private void AnchorAgain(int first, ReadOnlySpan<float> energy)
    {
        for (int i = first; i < _grown.Count; i++)
        {
            int grown = _grown[i];
            float significance = SignificanceOf(grown, energy);
            foreach (int cell in _neighbours.Of(grown))
            {
                if (_anchor[cell] >= 0)
                {
                    Anchor(cell, grown, significance, energy);
                }
            }
        }
    }

    private void Attach()
    {
        foreach (int cell in _attached)
        {
            ClusterOf[cell] = ClusterOf[_anchor[cell]];
        }
    }

    // Marks in a bit per cell, read back in order of index, sort the cells of every cluster at once.
    private void ListCells(int count)
    {
        var ends = new int[count + 1];
        Mark(_grown, count, ends);
        Mark(_attached, count, ends);
        _offsets.Clear();
        _offsets.Add(0);
        for (int cluster = 0; cluster < count; cluster++)
        {
            _offsets.Add(_offsets[cluster] + ends[cluster + 1]);
            ends[cluster] = _offsets[cluster];
        }

        for (int word = 0; word < _marks.Length; word++)
        {
            for (ulong left = _marks[word]; left != 0; left &= left - 1)
            {
                int cell = (word << 6) + BitOperations.TrailingZeroCount(left);
                _cells[ends[ClusterOf[cell]]++] = cell;
            }

            _marks[word] = 0;
        }
    }

    private void Mark(List<int> cells, int count, int[] ends)
    {
        foreach (int cell in cells)
        {
            int cluster = ClusterOf[cell];
            if (cluster < count)
            {
                ends[cluster + 1]++;
                _marks[cell >> 6] |= 1ul << cell;
            }
        }
    }
}
