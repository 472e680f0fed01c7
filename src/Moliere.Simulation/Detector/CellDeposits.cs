namespace Moliere.Simulation.Detector;

/// <summary>
/// Signal and true deposit of one collision, sparse: dense sums plus the list of touched cells, so that clearing
/// costs what filling did. One per worker, reused for every collision.
/// </summary>
internal sealed class CellDeposits(int cellCount)
{
    private readonly float[] _signal = new float[cellCount];
    private readonly float[] _deposit = new float[cellCount];
    private readonly float[] _timed = new float[cellCount];
    private readonly bool[] _touched = new bool[cellCount];
    private int[] _cells = new int[1024];

    /// <summary>
    /// How much later than light from the nominal collision the particle in work arrives [ns]; holds for what is added
    /// until it is set again.
    /// </summary>
    public float Delay { get; set; }

    /// <summary>Number of touched cells.</summary>
    public int Count { get; private set; }

    /// <summary>Touched cells, in the order of their first deposit.</summary>
    public ReadOnlySpan<int> Cells => _cells.AsSpan(0, Count);

    /// <summary>Signal of a cell at EM scale [GeV].</summary>
    /// <param name="cell">Cell index.</param>
    public float Signal(int cell) => _signal[cell];

    /// <summary>True energy deposited in a cell [GeV].</summary>
    /// <param name="cell">Cell index.</param>
    public float Deposit(int cell) => _deposit[cell];

    /// <summary>Signal times delay of a cell [GeV ns].</summary>
    /// <param name="cell">Cell index.</param>
    public float Timed(int cell) => _timed[cell];

    /// <summary>Adds to one cell.</summary>
    /// <param name="cell">Cell index.</param>
    /// <param name="signal">[GeV].</param>
    /// <param name="deposit">[GeV].</param>
    public void Add(int cell, float signal, float deposit)
    {
        _signal[cell] += signal;
        _deposit[cell] += deposit;
        _timed[cell] += signal * Delay;
        if (!_touched[cell])
        {
            Touch(cell);
        }
    }

    /// <summary>Brings the touched cells into increasing order.</summary>
    public void Sort() => Array.Sort(_cells, 0, Count);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (int cell in Cells)
        {
            _signal[cell] = _deposit[cell] = _timed[cell] = 0;
            _touched[cell] = false;
        }

        (Count, Delay) = (0, 0);
    }

    private void Touch(int cell)
    {
        _touched[cell] = true;
        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, 2 * Count);
        }

        _cells[Count++] = cell;
    }
}
