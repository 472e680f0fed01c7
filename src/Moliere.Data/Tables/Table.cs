namespace Moliere.Data.Tables;

/// <summary>Columns of equal length, addressed by name; column order is kept.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a table of the given columns.</summary>
    /// <param name="columns">Columns with distinct names and equal row counts; may be empty.</param>
    /// <exception cref="ArgumentException">A name comes twice or a length differs.</exception>
    public Table(IReadOnlyList<Column> columns)
    {
        Columns = columns;
        RowCount = columns.Count == 0 ? 0 : columns[0].RowCount;
        _byName = new(columns.Count, StringComparer.Ordinal);
        foreach (Column column in columns)
        {
            if (column.RowCount != RowCount)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' has {column.RowCount} rows, "
                    + $"but column '{columns[0].Name}' has {RowCount}.");
            }

            if (!_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Column '{column.Name}' comes twice; names must be distinct.");
            }
        }
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Number of rows; 0 for a table without columns.</summary>
    public int RowCount { get; }

    /// <summary>The column of a name, of whatever kind.</summary>
    /// <param name="name">Case-sensitive name.</param>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out Column? column)
        ? column
        : throw MissingColumnException.For(name, Columns.Select(c => c.Name));

    /// <summary>Whether a column of this name exists.</summary>
    /// <param name="name">Case-sensitive name.</param>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>Values of a column of real numbers.</summary>
    /// <param name="name">Case-sensitive name.</param>
    /// <exception cref="MissingColumnException">There is no such column, or it is of another kind.</exception>
    public float[] Floats(string name) => Get<FloatColumn>(name).Values;

    /// <summary>Values of a column of whole numbers.</summary>
    /// <param name="name">Case-sensitive name.</param>
    /// <exception cref="MissingColumnException">There is no such column, or it is of another kind.</exception>
    public long[] Longs(string name) => Get<LongColumn>(name).Values;

    /// <summary>A column with a list in each row.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="name">Case-sensitive name.</param>
    /// <exception cref="MissingColumnException">There is no such column, or it is of another kind.</exception>
    public JaggedColumn<T> Jagged<T>(string name)
        where T : unmanaged => Get<JaggedColumn<T>>(name);

    /// <summary>The given rows, in the given order, as a new table.</summary>
    /// <param name="rows">Row indices in [0, <see cref="RowCount"/>).</param>
    public Table Select(int[] rows) => new([.. Columns.Select(column => column.Select(rows))]);

    /// <summary>Consecutive rows as a new table; values are copied.</summary>
    /// <param name="first">First row.</param>
    /// <param name="count">Number of rows; the range must lie in [0, <see cref="RowCount"/>].</param>
    public Table Slice(int first, int count) => new([.. Columns.Select(column => column.Slice(first, count))]);

    /// <summary>This table with one more column at its end; columns are shared, not copied.</summary>
    /// <param name="column">A column with a new name and the same number of rows.</param>
    public Table With(Column column) => new([.. Columns, column]);

    private TColumn Get<TColumn>(string name)
        where TColumn : Column
    {
        Column column = this[name];
        return column as TColumn ?? throw new MissingColumnException(
            $"Column '{name}' is a {column.GetType().Name}, expected a {typeof(TColumn).Name}.");
    }
}
