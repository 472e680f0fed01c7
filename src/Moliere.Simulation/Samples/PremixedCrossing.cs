using Moliere.Data.Objects;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Samples;

/// <summary>
/// The cells of one crossing whose pile-up and noise are made once; hard collisions are added and taken away again one
/// after the other. Belongs to one worker.
/// </summary>
/// <remarks>
/// A cell holds (pile-up + noise) + hard where a whole simulation sums hard + pile-up + noise: the two differ by the
/// rounding of single precision. Cells have no times.
/// </remarks>
/// <source>Overlay of premixed events: ATLAS, Comput. Softw. Big Sci. 6 (2022) 3 (arXiv:2102.09495).</source>
internal sealed class PremixedCrossing(EventSimulator simulator, CalorimeterEvent cells)
{
    private CellDeposits? _hard;
    private float[] _before = new float[1024];

    /// <summary>Makes the crossing of a number.</summary>
    public void Begin(long number)
    {
        _hard = null;
        simulator.SimulateBackground(number, cells);
    }

    /// <summary>Adds a hard collision.</summary>
    /// <param name="hard">Generated collision.</param>
    /// <param name="pass">Repetition of it, with other showers.</param>
    /// <exception cref="InvalidOperationException">The one before is still there.</exception>
    public void Add(GeneratedEvent hard, int pass) => Add(hard, simulator.SimulateAlone(hard, pass));

    /// <summary>Adds the cells of a hard collision.</summary>
    /// <param name="hard">Generated collision.</param>
    /// <param name="deposits">Its cells, to stay as they are until it is taken away.</param>
    /// <exception cref="InvalidOperationException">The one before is still there.</exception>
    public void Add(GeneratedEvent hard, CellDeposits deposits)
    {
        if (_hard is not null)
        {
            throw new InvalidOperationException("A crossing holds one hard collision; remove the one before.");
        }

        (cells.Number, cells.Weight) = (hard.Number, hard.Weight);
        _hard = deposits;
        if (_before.Length < _hard.Count)
        {
            _before = new float[2 * _hard.Count];
        }

        ReadOnlySpan<int> touched = _hard.Cells;
        for (int i = 0; i < touched.Length; i++)
        {
            int cell = touched[i];
            _before[i] = cells.Energy[cell];
            cells.Energy[cell] += _hard.Signal(cell);
            cells.Deposit[cell] = _hard.Deposit(cell);
        }
    }

    /// <summary>Takes the hard collision away; all cells are as they were, bit for bit.</summary>
    public void Remove()
    {
        ReadOnlySpan<int> touched = _hard is null ? [] : _hard.Cells;
        for (int i = 0; i < touched.Length; i++)
        {
            (cells.Energy[touched[i]], cells.Deposit[touched[i]]) = (_before[i], 0);
        }

        _hard = null;
    }
}
