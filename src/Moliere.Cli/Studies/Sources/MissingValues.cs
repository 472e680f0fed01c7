using Moliere.Cli.Recipes;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Sources;

/// <summary>
/// Values that a file marks as missing: not a number, infinite, or one of the marks that experiments write, before or
/// after they were brought to house units. They become NaN and nothing else: methods impute them with a flag or leave
/// the object uncalibrated.
/// </summary>
/// <param name="rule">What happens to them.</param>
/// <param name="name">What messages call the table.</param>
/// <param name="looked">Columns that are looked at.</param>
/// <param name="units">Units of the file.</param>
/// <source>Physics notes section 2.1 (-999) and section 4, pitfall 13 (-1111).</source>
internal sealed class MissingValues(
    MissingValue rule, string name, IReadOnlyCollection<string> looked, UnitSystem units)
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Objects with at least one missing value so far.</summary>
    public long Objects { get; private set; }

    /// <summary>Counts by variable; empty without missing values.</summary>
    public string Counts => string.Join(", ", _counts.Select(count => $"{count.Key} {count.Value} times"));

    /// <summary>Sets missing values to NaN and adds the column that counts them.</summary>
    /// <param name="columns">Columns of the house; those with missing values are replaced.</param>
    /// <exception cref="RefusalException">Something is missing and must not be.</exception>
    public void Mark(List<Column> columns)
    {
        var marks = new float[columns[0].RowCount];
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c] is FloatColumn real && looked.Contains(real.Name))
            {
                columns[c] = real with { Values = Marked(real, marks) };
            }
        }

        Objects += marks.Count(mark => mark > 0);
        columns.Add(new FloatColumn(JetColumns.Missing, "", "variables that are missing", marks));
    }

    private float[] Marked(FloatColumn real, float[] marks)
    {
        double factor = units.FactorTo(real.Unit);
        float[] missing = [.. MissingMarks.All, .. MissingMarks.All.Select(mark => (float)(mark * factor))];
        float[] values = [.. real.Values];
        for (int row = 0; row < values.Length; row++)
        {
            if (!float.IsFinite(values[row]) || missing.Contains(values[row]))
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
                FormattableString.Invariant($"{name}: found {value} in {column}, expected a number of every object; ")
                + "'source.missing: impute' keeps such objects and counts them.");
        }
    }
}
