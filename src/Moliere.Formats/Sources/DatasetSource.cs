using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;

namespace Moliere.Formats.Sources;

/// <summary>
/// A tree or ntuple of a ROOT file as a source. Real numbers are held in single precision, whole ones in 64 bits, lists
/// of whole numbers in 32 bits where their type fits and in single precision where not.
/// </summary>
public sealed class DatasetSource : ITableSource
{
    private readonly IRootDataset _data;
    private readonly DatasetColumns _columns;
    private readonly string _file;
    private readonly IDisposable? _owner;

    /// <summary>Lists the columns; reads no values.</summary>
    /// <param name="file">Path of the file, for messages.</param>
    /// <param name="data">The tree or ntuple.</param>
    /// <param name="owner">Disposed with the source, such as the open file; null for nothing.</param>
    public DatasetSource(string file, IRootDataset data, IDisposable? owner = null)
    {
        (_file, _data, _owner) = (file, data, owner);
        _columns = new DatasetColumns(data, file);
    }

    /// <summary>The name under which a field is a column, if its values can be one.</summary>
    /// <param name="name">Name of the field within its parent.</param>
    /// <param name="parent">Column name of the parent; empty at the top.</param>
    public static string ColumnName(string name, string parent) => DatasetColumns.NameOf(name, parent);

    /// <inheritdoc/>
    public string Name => $"{_file}:{_data.Name}";

    /// <inheritdoc/>
    public long RowCount => _data.EntryCount;

    /// <inheritdoc/>
    public IReadOnlyList<SourceColumn> Columns => _columns.Columns;

    /// <inheritdoc/>
    public IReadOnlyList<SourceGap> Gaps => _columns.Gaps;

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries => _data.Boundaries;

    /// <inheritdoc/>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1)
    {
        SourceNames.RequireRange(this, first, count);
        SourceColumn[] wanted = [.. columns.Select(this.Require)];
        (long First, int Count)[] parts = wanted.Length < threads ? Parts(first, count) : [(first, count)];
        var read = new Column[parts.Length, wanted.Length];
        InOrder.For(parts.Length * wanted.Length, threads, task =>
        {
            (int part, int i) = Math.DivRem(task, wanted.Length);
            read[part, i] = Read(wanted[i], columns[i], parts[part].First, parts[part].Count);
        });
        return ColumnJoin.Rows([.. Enumerable.Range(0, parts.Length).Select(part =>
            new Table([.. Enumerable.Range(0, wanted.Length).Select(i => read[part, i])]))]);
    }

    /// <inheritdoc/>
    public SourceColumn? Find(string name) => SourceNames.In(Columns, name) ?? _columns.MemberOf(name);

    /// <inheritdoc/>
    public void Dispose() => _owner?.Dispose();

    // Fewer columns than threads: then the parts of the file are dealt to them as well.
    private (long First, int Count)[] Parts(long first, int count)
    {
        long[] ends = [.. Boundaries.Where(row => row > first && row < first + count).Append(first + count)];
        return [.. ends.Zip([first, .. ends], (end, start) => (start, (int)(end - start)))];
    }

    private Column Read(SourceColumn column, string name, long first, int count)
    {
        var place = new FilePlace(_file) { Inside = $"{_data.Name} > {column.Name}, entries from {first}" };
        Column read = ColumnOfArray.Make(name, column.Kind, _columns.Values(column.Name, first, count), place);
        return read.RowCount == count ? read : throw new InvalidFileException(
            place, $"{read.RowCount} values", $"{count}, one per entry", "the branches of the tree differ in length");
    }
}
