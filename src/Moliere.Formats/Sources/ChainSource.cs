using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Sources;

/// <summary>
/// Several sources behind each other as one. Each is looked at once; then only the one that is read stays open, so that
/// their number is not bounded by that of open files.
/// </summary>
public sealed class ChainSource : ITableSource
{
    private readonly Func<ITableSource>[] _open;
    private readonly string[] _names;
    private readonly long[] _starts;
    private readonly List<long> _boundaries = [0];
    private readonly Dictionary<string, string> _gaps = new(StringComparer.Ordinal);
    private ITableSource? _current;
    private int _currentPart = -1;

    /// <summary>Opens each source once.</summary>
    /// <param name="name">What messages call the whole.</param>
    /// <param name="open">Opens each source anew, in order; at least one.</param>
    /// <exception cref="InvalidFileException">A source cannot be opened.</exception>
    public ChainSource(string name, IReadOnlyList<Func<ITableSource>> open)
    {
        (Name, _open, _names, _starts) = (name, [.. open], new string[open.Count], new long[open.Count + 1]);
        Columns = [];
        try
        {
            for (int part = 0; part < _open.Length; part++)
            {
                Survey(Part(part), part);
            }
        }
        catch
        {
            Dispose(); // Nobody else has hold of the source that is open.
            throw;
        }

        Columns = [.. Columns.Where(column => !_gaps.ContainsKey(column.Name))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long RowCount => _starts[^1];

    /// <summary>Columns that all parts have.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceGap> Gaps => [.. _gaps.Select(gap => new SourceGap(gap.Key, gap.Value))];

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries => _boundaries;

    /// <inheritdoc/>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1)
    {
        SourceNames.RequireRange(this, first, count);
        SourceColumn[] wanted = [.. columns.Select(this.Require)];
        _ = Array.ConvertAll(wanted, column => column.Kind); // A look may open the first source, so before any other.
        var pieces = new List<Table>();
        do
        {
            int part = PartOf(first);
            int here = (int)Math.Min(count, _starts[part + 1] - first);
            ITableSource source = Part(part);
            RequireSameKinds(source, columns, wanted);
            pieces.Add(source.Read(first - _starts[part], here, columns, threads));
            (first, count) = (first + here, count - here);
        }
        while (count > 0);

        return ColumnJoin.Rows(pieces);
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    /// <inheritdoc/>
    public SourceColumn? Find(string name) => SourceNames.In(Columns, name)
        ?? (_gaps.ContainsKey(name) ? null : Part(0).Find(name) is { } member ? Lasting(member) : null);

    // The first source may be closed when somebody asks for the kind.
    private SourceColumn Lasting(SourceColumn column) => new(
        column.Name, () => Part(0).Require(column.Name).Kind, column.Unit, column.Type);

    // Every column of the first source is looked for in the others; further ones there do not matter.
    private void Survey(ITableSource source, int part)
    {
        _names[part] = source.Name;
        _starts[part + 1] = _starts[part] + source.RowCount;
        _boundaries.AddRange(source.Boundaries.Skip(1).Select(row => _starts[part] + row));
        foreach (SourceGap gap in source.Gaps)
        {
            _gaps.TryAdd(gap.Name, part == 0 ? gap.Reason : $"in {source.Name} {gap.Reason}");
        }

        if (part == 0)
        {
            Columns = [.. source.Columns.Select(Lasting)];
            return;
        }

        HashSet<string> there = [.. source.Columns.Select(column => column.Name)];
        foreach (SourceColumn column in Columns.Where(column => !there.Contains(column.Name)))
        {
            _gaps.TryAdd(column.Name, $"{_names[0]} has and {source.Name} has not");
        }
    }

    private void RequireSameKinds(ITableSource source, IReadOnlyList<string> names, SourceColumn[] wanted)
    {
        for (int i = 0; i < wanted.Length; i++)
        {
            SourceColumn here = source.Require(names[i]);
            if (here.Kind != wanted[i].Kind)
            {
                throw new InvalidFileException(
                    new(source.Name), $"'{here.Name}' as {here.Type}", $"{wanted[i].Type} as in {_names[0]}",
                    "read such files one by one");
            }
        }
    }

    private int PartOf(long row)
    {
        int part = 0;
        while (part < _open.Length - 1 && row >= _starts[part + 1])
        {
            part++;
        }

        return part;
    }

    private ITableSource Part(int part)
    {
        if (part != _currentPart)
        {
            _current?.Dispose();
            _current = null;
            _current = _open[part]();
            _currentPart = part;
        }

        return _current!;
    }
}
