using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Displaced;

/// <summary>Reads one kind of list of all jets into points of a network.</summary>
internal sealed class PointReading
{
    private readonly string _name;
    private readonly IReadOnlyList<InputVariable> _variables;
    private readonly JaggedColumn<float>[] _columns;
    private readonly bool _isSorted;
    private readonly HashSet<int> _eta;
    private readonly HashSet<int> _phi;
    private readonly int _maximum;
    private readonly List<float> _values = [];
    private readonly int[] _offsets;

    /// <summary>Finds the columns.</summary>
    /// <param name="jets">Table of jets.</param>
    /// <param name="name">How the points are called in messages.</param>
    /// <param name="variables">Columns with their scaling; the first is the momentum where points are sorted.</param>
    /// <param name="eta">Which of them are pseudorapidities.</param>
    /// <param name="phi">Which of them are azimuths.</param>
    /// <param name="maximum">Points kept of a jet.</param>
    /// <param name="isSorted">Whether points come by falling momentum; equal ones keep their order.</param>
    public PointReading(
        Table jets, string name, IReadOnlyList<InputVariable> variables, int[] eta, int[] phi, int maximum,
        bool isSorted)
    {
        (_name, _variables, _eta, _phi, _maximum) = (name, variables, [.. eta], [.. phi], maximum);
        _isSorted = isSorted;
        _columns = [.. variables.Select(variable => jets.Jagged<float>(variable.Name))];
        foreach (JaggedColumn<float> column in _columns)
        {
            RequireSameLengths(column);
        }

        _offsets = new int[jets.RowCount + 1];
    }

    /// <summary>Jets whose list was cut.</summary>
    public int Cut { get; private set; }

    /// <summary>Points left out because they are not finite.</summary>
    public int Dropped { get; private set; }

    /// <summary>The points so far.</summary>
    public PointLists Lists => new(_name, _variables.Count, _offsets, [.. _values]);

    /// <summary>Points of a jet in the order they are read, before the cut.</summary>
    public int[] Order(int row)
    {
        int[] order = [.. Enumerable.Range(0, _columns[0][row].Length).Where(point => IsFinite(row, point))];
        Dropped += _columns[0][row].Length - order.Length;
        return _isSorted ? [.. order.OrderByDescending(point => _columns[0][row][point])] : order;
    }

    /// <summary>Adds the points of the next jet; rows come in order.</summary>
    /// <returns>How many there are.</returns>
    public int Add(int row, ReadOnlySpan<int> order, JetFrame frame)
    {
        Cut += order.Length > _maximum ? 1 : 0;
        int kept = Math.Min(order.Length, _maximum);
        foreach (int point in order[..kept])
        {
            for (int i = 0; i < _columns.Length; i++)
            {
                double raw = _columns[i][row][point];
                _values.Add(_variables[i].Of(
                    _eta.Contains(i) ? frame.RelativeEta(raw) : _phi.Contains(i) ? frame.RelativePhi(raw) : raw));
            }
        }

        _offsets[row + 1] = _offsets[row] + kept;
        return kept;
    }

    private bool IsFinite(int row, int point)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            float raw = _columns[i][row][point];
            if (float.IsNaN(raw) || (float.IsInfinity(raw) && _variables[i].Transform != InputTransform.Bounded))
            {
                return false;
            }
        }

        return true;
    }

    private void RequireSameLengths(JaggedColumn<float> column)
    {
        for (int row = 0; row < column.RowCount; row++)
        {
            if (column[row].Length != _columns[0][row].Length)
            {
                throw new ArgumentException(
                    $"Jet {row} has {_columns[0][row].Length} values of '{_columns[0].Name}' but {column[row].Length} "
                    + $"of '{column.Name}'; every one of its {_name} needs both.");
            }
        }
    }
}
