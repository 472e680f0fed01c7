using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>
/// Values of global variables that a file marks as missing: not a number, infinite, or one of the marks that
/// experiments write. They become NaN and nothing else: networks impute them with a flag or refuse the jet, as the
/// recipe says, and the standard chain leaves the jet uncalibrated.
/// </summary>
/// <param name="rule">What happens to them.</param>
/// <param name="name">What messages call the table.</param>
/// <source>Physics notes section 2.1 (-999) and section 4, pitfall 13 (-1111).</source>
internal sealed class MissingValues(MissingValue rule, string name)
{
    private static readonly float[] s_marks = [-999, -1111];

    // Without pt or eta a jet is none: the selection counts it and leaves it out.
    private static readonly string[] s_looked =
    [
        .. JetColumns.Globals.Except([JetColumns.Pt, JetColumns.DetectorEta]), JetColumns.Density, JetColumns.Area,
    ];

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _jets;

    /// <summary>Sets missing values to NaN and adds the column that counts them.</summary>
    /// <param name="columns">Columns of the house; those with missing values are replaced.</param>
    /// <exception cref="RefusalException">Something is missing and must not be.</exception>
    public void Mark(List<Column> columns)
    {
        var marks = new float[columns[0].RowCount];
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c] is FloatColumn real && s_looked.Contains(real.Name))
            {
                columns[c] = real with { Values = Marked(real, marks) };
            }
        }

        _jets += marks.Count(mark => mark > 0);
        columns.Add(new FloatColumn(JetColumns.Missing, "", "global variables that are missing", marks));
    }

    /// <summary>Counts by variable.</summary>
    public IEnumerable<string> Lines() => _counts.Count == 0 ? [] :
    [
        $"{_jets} jets lack values, which stay unknown (networks impute them with a flag or refuse the jet, the "
            + $"standard chain leaves it uncalibrated) and are counted in the column {JetColumns.Missing}: "
            + string.Join(", ", _counts.Select(count => $"{count.Key} {count.Value} times")) + ".",
    ];

    private float[] Marked(FloatColumn real, float[] marks)
    {
        float[] values = [.. real.Values];
        for (int row = 0; row < values.Length; row++)
        {
            if (!float.IsFinite(values[row]) || s_marks.Contains(values[row]))
            {
                Require(real.Name, values[row]);
                _counts[real.Name] = _counts.GetValueOrDefault(real.Name) + 1;
                values[row] = float.NaN;
                marks[row]++;
            }
        }

        return values;
    }

    private void Require(string column, float value)
    {
        if (rule == MissingValue.Refuse)
        {
            throw new RefusalException(
                ExitCode.BadData,
                FormattableString.Invariant($"{name}: found {value} in {column}, expected a number of every jet; ")
                + "'source.missing: impute' keeps such jets and counts them.");
        }
    }
}
