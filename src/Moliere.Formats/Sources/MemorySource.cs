using Moliere.Data.Tables;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>A table in memory as a source.</summary>
public sealed class MemorySource : ITableSource
{
    private readonly Table _table;

    /// <summary>Shares the columns of a table.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    public MemorySource(string name, Table table)
    {
        (Name, _table) = (name, table);
        Columns = [.. table.Columns.Select(ColumnSpec.Of).Select(spec => new SourceColumn(
            spec.Name, spec.Kind, spec.Unit))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long RowCount => _table.RowCount;

    /// <inheritdoc/>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceGap> Gaps => [];

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries => [0, RowCount];

    /// <inheritdoc/>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1)
    {
        SourceNames.RequireRange(this, first, count);
        return new([.. columns.Select(name =>
            Slice(_table[this.Require(name).Name], (int)first, count) with { Name = name })]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Column Slice(Column column, int first, int count) =>
        first == 0 && count == column.RowCount ? column : column.Slice(first, count);
}
