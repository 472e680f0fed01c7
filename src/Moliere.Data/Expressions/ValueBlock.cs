namespace Moliere.Data.Expressions;

/// <summary>
/// The values of a node in a block of rows: one per row, or a list of them. Reused, so it only grows.
/// </summary>
internal sealed class ValueBlock(int rows)
{
    private double[] _values = new double[rows];
    private double[] _reduced = new double[rows];
    private int[] _offsets = new int[rows + 1];

    public bool IsList { get; private set; }

    public int Rows { get; private set; }

    /// <summary>All values, those of a row behind those of the row before.</summary>
    public Span<double> Values => _values.AsSpan(0, IsList ? _offsets[Rows] : Rows);

    /// <summary>Where the list of each row begins, from 0; one longer than the rows.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, Rows + 1);

    public ReadOnlySpan<double> this[int row] => _values.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>Makes room for one value per row.</summary>
    public Span<double> SetNumbers(int rows)
    {
        (IsList, Rows) = (false, rows);
        return Values;
    }

    /// <summary>Makes room for lists that begin at the given places, of which the first may be any.</summary>
    public Span<double> SetLists(ReadOnlySpan<int> offsets)
    {
        (IsList, Rows) = (true, offsets.Length - 1);
        for (int i = 0; i < offsets.Length; i++)
        {
            _offsets[i] = offsets[i] - offsets[0];
        }

        if (_values.Length < _offsets[Rows])
        {
            _values = new double[Math.Max(_offsets[Rows], (int)Math.Min(2L * _values.Length, Array.MaxLength))];
        }

        return Values;
    }

    /// <summary>Replaces each list by one value.</summary>
    public void Reduce(ListFunction function, bool isCondition)
    {
        for (int row = 0; row < Rows; row++)
        {
            _reduced[row] = function(this[row], isCondition);
        }

        SetReduced();
    }

    /// <summary>Replaces each list by its element at an index, NaN where there is none.</summary>
    public void Pick(ReadOnlySpan<double> indices, bool countsFromEnd)
    {
        for (int row = 0; row < Rows; row++)
        {
            _reduced[row] = ElementAt(this[row], indices[row], countsFromEnd);
        }

        SetReduced();
    }

    /// <summary>Keeps the elements whose mask is not 0; the mask has lists of the same lengths.</summary>
    public void Keep(ReadOnlySpan<double> mask)
    {
        int kept = 0, at = 0;
        for (int row = 0; row < Rows; row++)
        {
            int end = _offsets[row + 1];
            for (; at < end; at++)
            {
                _values[kept] = _values[at];
                kept += mask[at] != 0 ? 1 : 0;
            }

            _offsets[row + 1] = kept;
        }
    }

    /// <summary>The element at an index, counted from 0; NaN where there is none.</summary>
    public static double ElementAt(ReadOnlySpan<double> list, double index, bool countsFromEnd)
    {
        double place = index < 0 && countsFromEnd ? index + list.Length : index;
        return place >= 0 && place < list.Length && place == Math.Floor(place) ? list[(int)place] : double.NaN;
    }

    private void SetReduced()
    {
        (_values, _reduced) = (_reduced, _values);
        IsList = false;
    }
}
