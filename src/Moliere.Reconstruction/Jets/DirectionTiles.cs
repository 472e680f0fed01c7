namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Directions sorted into tiles of rapidity and azimuth, so that those around a point are found without looking at all.
/// </summary>
internal sealed class DirectionTiles
{
    private const double RapidityLimit = 10; // beyond it everything shares the outermost row
    private readonly double _reach;
    private readonly int _rows, _columns;
    private readonly int[] _start;
    private readonly int[] _members;

    /// <summary>Sorts the directions into tiles of at least the given edge.</summary>
    public DirectionTiles(ReadOnlySpan<(double Rapidity, double Phi)> directions, double edge)
    {
        _reach = edge;
        _rows = 2 * (int)Math.Ceiling(RapidityLimit / edge);
        _columns = Math.Max(1, (int)(2 * Math.PI / edge));
        var tile = new int[directions.Length];
        _start = new int[(_rows * _columns) + 1];
        for (int i = 0; i < tile.Length; i++)
        {
            tile[i] = (RowOf(directions[i].Rapidity) * _columns) + ColumnOf(directions[i].Phi);
            _start[tile[i] + 1]++;
        }

        for (int t = 0; t < _rows * _columns; t++)
        {
            _start[t + 1] += _start[t];
        }

        _members = new int[tile.Length];
        int[] next = _start[..^1];
        for (int i = 0; i < tile.Length; i++)
        {
            _members[next[tile[i]]++] = i;
        }
    }

    /// <summary>
    /// Calls back, row by row, with lists that hold every direction within the edge of a point, and others.
    /// </summary>
    public TileWalk Around(double rapidity, double phi) => new(this, rapidity, phi);

    private int RowOf(double rapidity) =>
        Math.Clamp((int)Math.Floor(rapidity / _reach) + (_rows / 2), 0, _rows - 1);

    private int ColumnOf(double phi) =>
        Math.Clamp((int)((phi + Math.PI) / (2 * Math.PI) * _columns), 0, _columns - 1);

    /// <summary>Walks over the tiles around a point.</summary>
    internal ref struct TileWalk
    {
        private readonly DirectionTiles _tiles;
        private readonly int _lastRow, _column, _wide;
        private int _row, _side;

        public TileWalk(DirectionTiles tiles, double rapidity, double phi)
        {
            _tiles = tiles;
            int row = tiles.RowOf(rapidity);
            (_row, _lastRow) = (Math.Max(0, row - 1), Math.Min(tiles._rows - 1, row + 1));
            _column = tiles.ColumnOf(phi);
            _wide = Math.Min(3, tiles._columns);
            _side = -1;
        }

        /// <summary>Indices of the directions of the present tile.</summary>
        public readonly ReadOnlySpan<int> Current
        {
            get
            {
                int column = (_column + _side - 1 + _tiles._columns) % _tiles._columns;
                int tile = (_row * _tiles._columns) + column;
                return _tiles._members.AsSpan(_tiles._start[tile].._tiles._start[tile + 1]);
            }
        }

        /// <summary>Goes to the next tile; false after the last.</summary>
        public bool MoveNext()
        {
            if (++_side == _wide)
            {
                (_side, _row) = (0, _row + 1);
            }

            return _row <= _lastRow;
        }
    }
}
