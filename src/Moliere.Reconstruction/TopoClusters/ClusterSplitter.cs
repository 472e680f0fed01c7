using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Splits a cluster around its local maxima. All maxima grow through the cluster at the same pace, one ring of
/// neighbours at a time and without thresholds; a cell that two of them reach in the same ring is shared and passes
/// nothing on. What lies behind shared cells is shared by the same two maxima. A third maximum yields to the two most
/// energetic ones.
/// </summary>
/// <source>arXiv:1603.02934 section 3.2; physics notes 1.1.</source>
internal sealed class ClusterSplitter
{
    private readonly CellNeighbours _neighbours;
    private readonly SharedCellWeights _sharing;
    private readonly int[] _first, _second, _ring;
    private readonly List<int> _front = [], _reached = [], _shared = [];
    private readonly List<int> _offsets = [0];
    private int[] _cells = new int[256];
    private float[] _weights = new float[256];

    public ClusterSplitter(CaloGeometry geometry, CellNeighbours neighbours, TopoClusterOptions options)
    {
        _neighbours = neighbours;
        _sharing = new SharedCellWeights(geometry, options.SharingLength);
        _first = new int[geometry.CellCount];
        _second = new int[geometry.CellCount];
        _ring = new int[geometry.CellCount];
        _first.AsSpan().Fill(-1);
        _second.AsSpan().Fill(-1);
    }

    /// <summary>Number of parts of the cluster last split.</summary>
    public int Count => _offsets.Count - 1;

    /// <summary>Cells of one part, ascending; valid until the next split.</summary>
    public ReadOnlySpan<int> CellsOf(int part) => _cells.AsSpan(_offsets[part], _offsets[part + 1] - _offsets[part]);

    /// <summary>Sharing weights of one part's cells, in (0, 1]; valid until the next split.</summary>
    public ReadOnlySpan<float> WeightsOf(int part) =>
        _weights.AsSpan(_offsets[part], _offsets[part + 1] - _offsets[part]);

    /// <summary>Splits one cluster into one part per maximum, in their order.</summary>
    public void Split(
        ReadOnlySpan<int> cells, int cluster, ReadOnlySpan<int> clusterOf, float[] energy, List<int> maxima)
    {
        _shared.Clear();
        _front.Clear();
        for (int part = 0; part < maxima.Count; part++)
        {
            _first[maxima[part]] = part;
            _front.Add(maxima[part]);
        }

        for (int ring = 1; _front.Count > 0; ring++)
        {
            GrowRing(cluster, clusterOf, ring);
        }

        GrowBehindShared(cluster, clusterOf);
        _sharing.Measure(cells, _first, _second, energy, maxima.Count);
        ListParts(cells, maxima.Count);
        foreach (int cell in cells)
        {
            (_first[cell], _second[cell], _ring[cell]) = (-1, -1, 0);
        }
    }

    private void GrowRing(int cluster, ReadOnlySpan<int> clusterOf, int ring)
    {
        _reached.Clear();
        foreach (int from in _front)
        {
            foreach (int cell in _neighbours.Of(from))
            {
                if (clusterOf[cell] == cluster)
                {
                    Reach(cell, _first[from], ring);
                }
            }
        }

        _front.Clear();
        foreach (int cell in _reached)
        {
            (_second[cell] < 0 ? _front : _shared).Add(cell);
        }
    }

    // Parts are numbered by falling energy of their maxima, so the smaller numbers stay.
    private void Reach(int cell, int part, int ring)
    {
        if (_first[cell] < 0)
        {
            (_first[cell], _ring[cell]) = (part, ring);
            _reached.Add(cell);
            return;
        }

        if (_ring[cell] != ring || part == _first[cell] || part == _second[cell])
        {
            return;
        }

        int low = Math.Min(_first[cell], part), high = Math.Max(_first[cell], part);
        _second[cell] = _second[cell] < 0 || high < _second[cell] ? high : Math.Max(low, _second[cell]);
        _first[cell] = low;
    }

    private void GrowBehindShared(int cluster, ReadOnlySpan<int> clusterOf)
    {
        for (int next = 0; next < _shared.Count; next++)
        {
            int from = _shared[next];
            foreach (int cell in _neighbours.Of(from))
            {
                if (clusterOf[cell] == cluster && _first[cell] < 0)
                {
                    (_first[cell], _second[cell]) = (_first[from], _second[from]);
                    _shared.Add(cell);
                }
            }
        }
    }

    private void ListParts(ReadOnlySpan<int> cells, int count)
    {
        int capacity = 2 * cells.Length;
        if (_cells.Length < capacity)
        {
            (_cells, _weights) = (new int[capacity], new float[capacity]);
        }

        int end = 0;
        _offsets.Clear();
        _offsets.Add(0);
        for (int part = 0; part < count; part++)
        {
            foreach (int cell in cells)
            {
                if (_first[cell] == part || _second[cell] == part)
                {
                    _cells[end] = cell;
                    _weights[end++] = _sharing.WeightOf(cell, part, _first[cell], _second[cell]);
                }
            }

            _offsets.Add(end);
        }
    }
}
