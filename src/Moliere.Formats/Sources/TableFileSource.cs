using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// A table file of the house as a source: only the row groups and columns that are asked for are read, so that a file
/// of any size can be gone through in bounded memory. A file of version 1 is one group.
/// </summary>
public sealed class TableFileSource : ITableSource
{
    private readonly TableFileReader _reader;
    private readonly Dictionary<string, int> _index;

    /// <summary>Opens a file and reads the records of its groups.</summary>
    /// <param name="path">A file written by <see cref="TableFile"/> or <see cref="TableFileWriter"/>.</param>
    /// <exception cref="InvalidFileException">Missing, not such a file, cut or damaged.</exception>
    public TableFileSource(string path)
    {
        (Name, _reader) = (path, new(path));
        Columns = [.. Header.Columns.Select(spec => new SourceColumn(spec.Name, spec.Kind, spec.Unit))];
        Boundaries = [.. _reader.Groups.Select(group => group.First), RowCount];
        _index = Header.Columns.Select((spec, i) => (spec.Name, i)).ToDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What the file says about itself.</summary>
    public TableFileHeader Header => _reader.Header;

    /// <inheritdoc/>
    public long RowCount => Header.RowCount;

    /// <inheritdoc/>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceGap> Gaps => [];

    /// <summary>First rows of the row groups, ended by the row count.</summary>
    public IReadOnlyList<long> Boundaries { get; }

    /// <inheritdoc/>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1)
    {
        SourceNames.RequireRange(this, first, count);
        int[] wanted = [.. columns.Select(name => _index[this.Require(name).Name])];
        var read = new Column[wanted.Length];
        InOrder.For(wanted.Length, threads, i => read[i] = _reader.Read(wanted[i], first, count) with
        {
            Name = columns[i],
        });
        return new(read);
    }

    /// <summary>All columns of one row group.</summary>
    /// <param name="group">In [0, <see cref="TableFileHeader.GroupCount"/>).</param>
    public Table ReadGroup(int group) => Read(
        Boundaries[group], (int)(Boundaries[group + 1] - Boundaries[group]),
        [.. Header.Columns.Select(column => column.Name)]);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
