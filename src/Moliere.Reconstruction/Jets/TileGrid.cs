namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Tiles of rapidity and azimuth no smaller than the radius, so that all within the radius of a point lie in its tile
/// or the eight around it. Rapidity beyond 6 shares the outermost rows.
/// </summary>
internal sealed class TileGrid
{
    /// <summary>Tiles around one, itself first; rows beyond the edge are the empty tile at the end.</summary>
    public const int Around = 9;

    private const double RapidityMax = 6; // hadrons beyond it are few
    private readonly int _rows, _columns;
    private readonly double _rowsPerUnit, _columnsPerRadian;
    private readonly int[] _around;

    public TileGrid(double radius)
    {
        _rows = 2 * Math.Max(2, (int)(RapidityMax / radius));
        _columns = (int)(2 * Math.PI / radius);
        (_rowsPerUnit, _columnsPerRadian) = (1 / radius, _columns / (2 * Math.PI));
        _around = new int[Count * Around];
        for (int tile = 0; tile < Count; tile++)
        {
            int[] rows = [0, -1, 1];
            for (int i = 0; i < Around; i++)
            {
                int row = (tile / _columns) + rows[i / 3];
                int column = ((tile % _columns) + rows[i % 3] + _columns) % _columns;
                _around[(tile * Around) + i] = row >= 0 && row < _rows ? (row * _columns) + column : Count;
            }
        }
    }

    /// <summary>Number of tiles.</summary>
    public int Count => _rows * _columns;

    /// <summary>The tile of a point; azimuth in [-pi, pi].</summary>
    public int TileOf(double rapidity, double phi)
    {
        int row = Math.Clamp((int)Math.Floor(rapidity * _rowsPerUnit) + (_rows / 2), 0, _rows - 1);
        return (row * _columns) + Math.Clamp((int)((phi + Math.PI) * _columnsPerRadian), 0, _columns - 1);
    }

    /// <summary>The nine tiles around one.</summary>
    public ReadOnlySpan<int> TilesAround(int tile) => _around.AsSpan(tile * Around, Around);
}
